// What a clause's characters say about whether it advertises: a weight for each that was learnt.
//
// The table is learnt by tools/train_advertising_weights.py and can be read: "免费 31" says that a
// clause with it is e^(31/20) times as likely to be an advertisement as one without.
#pragma once

#include <span>
#include <string_view>

namespace tamis::rules {

inline constexpr int kPointsPerLogOdds = 20;

// Pieces are one character or two that stand side by side, with spaces between the pieces: a
// Chinese character, 0 for a number, a for a Latin word, | for a mark, a space or an end of the
// clause.
struct AdvertisingWeights {
  int points = 0;
  std::string_view pieces;
};

struct AdvertisingWeightTable {
  int points_of_text = 0;  // before anything is known
  int points_of_clause = 0;
  int points_of_symbol = 0;  // of each character, number and Latin word
  std::span<const AdvertisingWeights> weights;
};

AdvertisingWeightTable advertising_weight_table();

}  // namespace tamis::rules
