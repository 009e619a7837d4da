// A scorecard: each feature of a block adds points by its value, and the sum is the score.
//
// The points are learnt (tools/train_main_text.py) and stand in scorecard_table.cc, where they can
// be read: "link_share up to 7: 0, up to 33: -41, more: -120". Whole numbers, so that every machine
// adds up the same.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "tamis/extract/block_features.h"
#include "tamis/extract/context_features.h"

namespace tamis::extract {

// Columns: the values of BlockFeatures, a bit each for meanings_near, meanings_any and tags_any,
// then the values of ContextFeatures. The steps of a column stand together, by rising bound.
struct Step {
  std::int16_t column;
  std::int16_t at_most;  // the value up to which these points count; the last has no bound
  std::int16_t points;   // in 1/100 of a log-odds
};

struct Scorecard {
  std::int32_t base = 0;
  std::span<const Step> steps;
};

Scorecard first_scorecard();
Scorecard second_scorecard();

// The score of a block. `context` is null for the first scorecard. Says what a score is; ScoreTable
// is faster.
std::int32_t add_points(const Scorecard& scorecard, const BlockFeatures& features,
                        const ContextFeatures* context);

// A scorecard made ready for many blocks. The steps of a column become differences that count above
// a bound, eight at a time and without a branch; a bit that is not set costs nothing.
class ScoreTable {
 public:
  // Requires: columns rise, and each one's bounds.
  explicit ScoreTable(const Scorecard& scorecard);

  // As add_points().
  std::int32_t score(const BlockFeatures& features, const ContextFeatures* context) const;

 private:
  // GCC's and Clang's vectors: plain instructions on every processor.
  using Lanes [[gnu::vector_size(16)]] = std::int16_t;
  static constexpr std::size_t kNumLanes = sizeof(Lanes) / sizeof(std::int16_t);

  // Up to eight bounds of one column; unused lanes have the highest, above which nothing is.
  struct Cuts {
    std::size_t index = 0;  // of the value among its features
    Lanes bounds = {};
    Lanes points = {};  // more than up to the bound
  };
  struct BitPoints {
    std::uint64_t used = 0;
    std::array<std::int32_t, 64> points = {};
  };

  void add_column(std::span<const Step> steps);
  void add_bit(std::size_t column, std::span<const Step> steps);
  template <typename Values>
  static std::int32_t add_cuts(std::span<const Cuts> cuts, const Values& values);

  std::int32_t base_;
  std::vector<Cuts> block_cuts_;
  std::vector<Cuts> context_cuts_;
  std::array<BitPoints, 3> bits_;  // meanings_near, meanings_any, tags_any
};

}  // namespace tamis::extract
