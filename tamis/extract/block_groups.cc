#include "tamis/extract/block_groups.h"

#include "tamis/extract/equal_keys.h"

namespace tamis::extract {
namespace {

constexpr int kNumBoxes = 4;

std::uint64_t path_of(const Blocks& blocks, std::uint32_t box) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;
  std::uint64_t path = 0;
  for (int i = 0; i < kNumBoxes && box != kPageContainer; ++i) {
    path = (path ^ blocks.containers[box].likeness) * kFactor;
    path ^= path >> 32;
    box = blocks.containers[box].parent;
  }
  return path;
}

}  // namespace

void find_groups(const Blocks& blocks, BlockGroups& groups) {
  groups.group_of.assign(blocks.blocks.size(), 0);
  groups.sums.clear();
  const auto path = [&](std::uint32_t index) {
    return path_of(blocks, blocks.blocks[index].container);
  };
  for_each_equal(blocks.blocks.size(), path, [&](std::span<const KeyedIndex> alike) {
    BlockSums sums;
    for (const KeyedIndex& block : alike) {
      groups.group_of[block.index()] = static_cast<std::uint32_t>(groups.sums.size());
      sums += sums_of(blocks.blocks[block.index()]);
    }
    groups.sums.push_back(sums);
  });
}

}  // namespace tamis::extract
