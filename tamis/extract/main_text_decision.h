// Which blocks are the page's main text: the one place where this is decided.
#pragma once

#include <cstdint>
#include <vector>

#include "tamis/extract/block_features.h"
#include "tamis/extract/blocks.h"
#include "tamis/extract/main_text.h"

namespace tamis::extract {

// What was decided of each block, and the memory for it.
struct Decision {
  std::vector<BlockFeatures> features;
  std::vector<std::int32_t> scores;  // in 1/100 of a log-odds; above the bound: main text
  std::vector<std::uint8_t> is_kept;
};

void decide_main_text(const Blocks& blocks, const Options& options, Decision& decision);

}  // namespace tamis::extract
