// A forest: decision trees, each of which adds the points of one of its leaves to a block's score.
//
// The trees are learnt (tools/train_main_text.py) and stand in forest_table.cc. All numbers are
// whole, so that every machine adds up the same. forest_scores.h asks them of many blocks at once.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "tamis/extract/block_features.h"
#include "tamis/extract/context_features.h"

namespace tamis::extract {

inline constexpr std::size_t kNumLeaves = 16;

struct Split {
  std::int16_t column;
  std::int16_t at_most;  // what is not above goes left
  std::uint16_t left;  // the leaves there, a bit each, from left to right; none of an unused split
};

struct Tree {
  std::array<Split, kNumLeaves - 1> splits;
  std::array<std::int16_t, kNumLeaves> points;  // in 1/100 of a log-odds
};

// The points of all its trees add up to 16 bits at most.
using Forest = std::span<const Tree>;

Forest first_forest();
Forest second_forest();

// Columns: the values of BlockFeatures, a bit each for meanings_near, meanings_any and tags_any,
// then the values of ContextFeatures.
inline constexpr std::size_t kNearColumn = kNumBlockFeatures;
inline constexpr std::size_t kAnyColumn = kNearColumn + kNumClassMeanings;
inline constexpr std::size_t kTagColumn = kAnyColumn + kNumClassMeanings;
inline constexpr std::size_t kContextColumn = kTagColumn + kNumBlockTags;
inline constexpr std::size_t kNumColumns = kContextColumn + kNumContextFeatures;

}  // namespace tamis::extract
