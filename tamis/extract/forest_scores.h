// The scores that a forest gives to 32 blocks at once.
//
// Trees are not walked: every split is asked of all blocks and takes away the leaves that each can
// no longer reach; the leftmost leaf that is left is the tree's answer (Lucchese et al.,
// QuickScorer, SIGIR 2015, section 3). All ways give the same numbers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "tamis/extract/forest.h"

namespace tamis::extract {

inline constexpr std::size_t kNumRows = 32;

// Of one column, or the scores: a number a block.
using Rows = std::array<std::int16_t, kNumRows>;
using Columns = std::span<const Rows, kNumColumns>;

// Of the first `num_rows` blocks; behind them, anything. By the fastest way that there is.
Rows score(Columns columns, Forest forest, std::size_t num_rows);

// The same by eight blocks a step, on any processor.
Rows score_portably(Columns columns, Forest forest, std::size_t num_rows);

// The same by sixteen blocks a step. Requires has_avx2().
Rows score_by_avx2(Columns columns, Forest forest, std::size_t num_rows);
bool has_avx2();

// The same, all 32 blocks a step. Requires has_avx512(), which is that with words (BW).
Rows score_by_avx512(Columns columns, Forest forest, std::size_t num_rows);
bool has_avx512();

}  // namespace tamis::extract
