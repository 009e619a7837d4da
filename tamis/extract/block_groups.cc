#include "tamis/extract/block_groups.h"

#include <algorithm>
#include <utility>

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

// Sorted, because a page cannot make that slow, as it can a hash table.
void find_groups(const Blocks& blocks, BlockGroups& groups) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> paths;
  paths.reserve(blocks.blocks.size());
  for (const Block& block : blocks.blocks) {
    paths.emplace_back(path_of(blocks, block.container), static_cast<std::uint32_t>(paths.size()));
  }
  std::ranges::sort(paths);
  groups.group_of.assign(paths.size(), 0);
  groups.sums.clear();
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (i == 0 || paths[i].first != paths[i - 1].first) groups.sums.emplace_back();
    groups.group_of[paths[i].second] = static_cast<std::uint32_t>(groups.sums.size() - 1);
    groups.sums.back() += sums_of(blocks.blocks[paths[i].second]);
  }
}

}  // namespace tamis::extract
