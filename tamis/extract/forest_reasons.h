// Why a forest gave a block its score: by how much each column moved it.
//
// Each split on a block's way through a tree leaves fewer leaves: the mean of their points moves,
// and what it moves by is the column's (Saabas 2014, "Interpreting random forests"; leaves count
// alike here, since the tables do not say how many blocks came to each). All columns and the
// forest's own mean add up to the score, but for rounding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tamis/extract/forest_scores.h"

namespace tamis::extract {

struct Reason {
  std::size_t column = 0;
  std::int32_t points = 0;  // in 1/100 of a log-odds
};

// The columns that moved the score of the block in `row`, those that did most first.
std::vector<Reason> find_reasons(Forest forest, Columns columns, std::size_t row);

// What a block has in a column: "link_share = 40", "class navigation", "not in <footer>".
std::string describe(std::size_t column, std::int16_t value);

}  // namespace tamis::extract
