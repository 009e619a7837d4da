// A forest: decision trees, each of which adds the points of one of its leaves to a block's score.
//
// The trees are learnt (tools/train_main_text.py) and stand in forest_table.cc. All numbers are
// whole, so that every machine adds up the same. Trees are not walked: every split is asked of 32
// blocks at once and takes away the leaves that can no longer be reached; the leftmost leaf that is
// left is the tree's answer (Lucchese et al., QuickScorer, SIGIR 2015, section 3). Its points are
// looked up for eight blocks at a time, too, where the processor can shuffle bytes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

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

// Up to kNumRows blocks, a column beside the other.
class BlockTable {
 public:
  static constexpr std::size_t kNumRows = 32;

  // `context` is null for the first forest, which asks for none.
  void set_row(std::size_t row, const BlockFeatures& features, const ContextFeatures* context);

  // GCC's and Clang's vectors: plain instructions on every processor.
  using Lanes [[gnu::vector_size(16)]] = std::int16_t;

  // The scores of the first `num_rows` rows; behind them, anything.
  std::array<std::int16_t, kNumRows> score(Forest forest, std::size_t num_rows) const;

 private:
  static constexpr std::size_t kNumLanes = sizeof(Lanes) / sizeof(std::int16_t);
  static constexpr std::size_t kNumVectors = kNumRows / kNumLanes;

  using Sums = std::array<Lanes, kNumVectors>;

  // Of the first `kCount` vectors.
  template <std::size_t kCount>
  Sums score_vectors(Forest forest) const;

  void set_bits(std::size_t row, std::size_t first_column, std::size_t count, std::uint64_t bits);

  std::array<std::array<Lanes, kNumVectors>, kNumColumns> columns_ = {};
};

}  // namespace tamis::extract
