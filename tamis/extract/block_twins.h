// Blocks of a page with the same text: labels, or the page says it twice, once for small screens.
#pragma once

#include <cstdint>
#include <vector>

#include "tamis/extract/blocks.h"

namespace tamis::extract {

struct Twins {
  std::uint32_t first = 0;  // block with this text: the block itself if it is alone
  std::uint32_t num_others = 0;
  std::uint32_t num_before = 0;
  std::uint32_t blocks_since = 0;  // the last one before; 0 if there is none
};

// Replaces `twins` by those of each block. Takes n log n.
void find_twins(const Blocks& blocks, std::vector<Twins>& twins);

}  // namespace tamis::extract
