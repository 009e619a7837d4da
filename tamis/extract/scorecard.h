// A scorecard: each feature of a block adds points by its value, and the sum is the score.
//
// The points are learnt (tools/train_main_text.py) and stand in scorecard_table.cc, where they can
// be read: "link_share up to 7: 0, up to 33: -41, more: -120". Whole numbers, so that every machine
// adds up the same.
#pragma once

#include <cstdint>
#include <span>

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

// The score of a block. `context` is null for the first scorecard.
std::int32_t add_points(const Scorecard& scorecard, const BlockFeatures& features,
                        const ContextFeatures* context);

}  // namespace tamis::extract
