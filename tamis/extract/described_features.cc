#include "tamis/extract/described_features.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "tamis/extract/descriptions.h"

namespace tamis::extract {
namespace {

// The first of them: a page has one or a few.
std::vector<std::size_t> find_described(const Blocks& blocks) {
  constexpr std::size_t kDescribedMax = 100;
  std::vector<std::size_t> described;
  DescriptionMatcher descriptions(blocks.descriptions);
  if (!descriptions.has_descriptions()) return described;
  for (std::size_t i = 0; i < blocks.blocks.size() && described.size() < kDescribedMax; ++i)
    if (descriptions.matches(blocks.text_of(blocks.blocks[i]))) described.push_back(i);
  return described;
}

// Of each box a bit for the levels at which it is around one of the blocks.
std::vector<std::uint8_t> levels_of_boxes_around(std::span<const std::size_t> indices,
                                                 const std::vector<BlockFeatures>& features,
                                                 std::size_t num_boxes) {
  std::vector<std::uint8_t> levels(num_boxes);
  for (const std::size_t index : indices) {
    for (std::size_t level = 0; level < kNumLevels; ++level)
      levels[features[index].levels[level]] |= static_cast<std::uint8_t>(1U << level);
  }
  return levels;
}

// The innermost level at which the box is around such a block too, from 1 on; one more than there
// are levels if there is none.
std::int16_t shared_level(std::span<const std::uint8_t> levels_of_boxes, const BlockFeatures& row) {
  std::size_t level = 0;
  while (level < kNumLevels && (levels_of_boxes[row.levels[level]] >> level & 1) == 0) ++level;
  return static_cast<std::int16_t>(level + 1);
}

// How many blocks ago the nearest was, below 0 if it comes; kBlocksMax if none is nearer than that.
std::int16_t blocks_from_nearest(std::span<const std::size_t> described, std::size_t index) {
  constexpr std::ptrdiff_t kBlocksMax = 200;
  const auto next = std::ranges::lower_bound(described, index);
  std::ptrdiff_t away = kBlocksMax;
  if (next != described.begin())
    away = std::min(away, static_cast<std::ptrdiff_t>(index - *(next - 1)));
  if (next != described.end() && static_cast<std::ptrdiff_t>(*next - index) < away)
    away = -static_cast<std::ptrdiff_t>(*next - index);
  return static_cast<std::int16_t>(away);
}

}  // namespace

void measure_described(const Blocks& blocks, std::vector<BlockFeatures>& features) {
  constexpr std::int16_t kBlocksOfNone = -300;
  const std::vector<std::size_t> described = find_described(blocks);
  if (described.empty()) {
    for (BlockFeatures& row : features) row[BlockFeature::kBlocksFromDescribed] = kBlocksOfNone;
    return;
  }
  const std::vector<std::uint8_t> levels_of_boxes =
      levels_of_boxes_around(described, features, blocks.containers.size());
  for (std::size_t i = 0; i < features.size(); ++i) {
    BlockFeatures& row = features[i];
    row[BlockFeature::kBlocksFromDescribed] = blocks_from_nearest(described, i);
    row[BlockFeature::kDescribedBox] = shared_level(levels_of_boxes, row);
  }
  for (const std::size_t index : described) features[index][BlockFeature::kIsDescribed] = 1;
}

}  // namespace tamis::extract
