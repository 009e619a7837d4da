#include "tamis/extract/forest.h"

#include <bit>

namespace tamis::extract {

void BlockTable::set_bits(std::size_t row, std::size_t first_column, std::size_t count,
                          std::uint64_t bits) {
  for (std::size_t i = 0; i < count; ++i) {
    columns_[first_column + i][row / kNumLanes][row % kNumLanes] =
        static_cast<std::int16_t>(bits >> i & 1);
  }
}

void BlockTable::set_row(std::size_t row, const BlockFeatures& features,
                         const ContextFeatures* context) {
  const auto set = [&](std::size_t column, std::int16_t value) {
    columns_[column][row / kNumLanes][row % kNumLanes] = value;
  };
  for (std::size_t i = 0; i < kNumBlockFeatures; ++i) set(i, features.values[i]);
  set_bits(row, kNearColumn, kNumClassMeanings, features.meanings_near);
  set_bits(row, kAnyColumn, kNumClassMeanings, features.meanings_any);
  set_bits(row, kTagColumn, kNumBlockTags, features.tags_any);
  if (context == nullptr) return;
  for (std::size_t i = 0; i < kNumContextFeatures; ++i) set(kContextColumn + i, (*context)[i]);
}

std::array<std::int32_t, BlockTable::kNumRows> BlockTable::score(Forest forest) const {
  std::array<std::int32_t, kNumRows> scores = {};
  for (const Tree& tree : forest) {
    std::array<Lanes, kNumVectors> gone = {};  // leaves, a bit each
    for (const Split& split : tree.splits) {
      const auto& column = columns_[static_cast<std::size_t>(split.column)];
      const auto left = static_cast<std::int16_t>(split.left);
      for (std::size_t i = 0; i < kNumVectors; ++i) gone[i] |= (column[i] > split.at_most) & left;
    }
    for (std::size_t row = 0; row < kNumRows; ++row) {
      const auto is_gone = static_cast<std::uint16_t>(gone[row / kNumLanes][row % kNumLanes]);
      scores[row] += tree.points[static_cast<std::size_t>(std::countr_one(is_gone))];
    }
  }
  return scores;
}

}  // namespace tamis::extract
