// The core of a page: the smallest box that holds half of the words that are likely main text, and
// how each block stands to it.
//
// Of a short article beside columns of headlines that read like sentences, the core is the
// article's own box; what hangs in another branch of the page is furniture, however likely each
// block of it looks (docs/design/0010-main-text.md).
#pragma once

#include <cstdint>
#include <vector>

#include "tamis/extract/blocks.h"

namespace tamis::extract {

// Of a block, or of all blocks in a box.
struct RatedWords {
  std::int64_t num_words = 0;
  std::int64_t num_likely = 0;  // in blocks that are likely main text
  std::int64_t score = 0;       // summed up by words

  RatedWords& operator+=(const RatedWords& other);
  std::int64_t likely_share() const;  // in 1/100; 0 of nothing
  std::int64_t mean_score() const;    // rounded down; 0 of nothing
};

// Where a block stands. The shared box is the smallest that holds both it and the core; the branch
// is what of the shared box leads to the block and not to the core, the block alone if nothing is
// between them.
struct CorePlace {
  std::int64_t levels_down = 0;  // from the shared box to the core: 0 inside the core
  std::int64_t levels_up = 0;    // from the block's own box to the shared one
  std::int64_t blocks_away = 0;  // from the core's first block (below zero) or its last
  RatedWords branch;
  RatedWords shared;
};

// Of each block, whose words are `rated` in the order of Blocks. The core of a page without likely
// words is the page. Linear.
std::vector<CorePlace> find_core(const Blocks& blocks, const std::vector<RatedWords>& rated);

}  // namespace tamis::extract
