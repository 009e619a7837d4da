// Which blocks are the page's main text: the one place where this is decided.
//
// Every block gets points for what it is and where it lies (a first forest), then again with the
// points of its neighbours and of the boxes around it in sight (a second). What is above a
// bound is kept; the bound is stricter on pages that are sure of their text. How well this does,
// and what was tried: docs/design/0010-main-text.md.
#pragma once

#include <cstdint>
#include <vector>

#include "tamis/extract/block_features.h"
#include "tamis/extract/block_table.h"
#include "tamis/extract/blocks.h"
#include "tamis/extract/context_features.h"
#include "tamis/extract/main_text.h"

namespace tamis::extract {

// What was decided of each block, and the memory for it.
struct Decision {
  std::vector<BlockFeatures> features;
  std::vector<ContextFeatures> context;
  BlockTable table;
  std::vector<std::int32_t> scores;  // in 1/100 of a log-odds
  std::int32_t bound = 0;            // blocks above it are kept
  std::vector<std::uint8_t> is_kept;
};

void decide_main_text(const Blocks& blocks, const Options& options, Decision& decision);

}  // namespace tamis::extract
