// Blocks that stand alike: in boxes of the same tags and classes. The posts of a thread, the names
// of a list's products, the entries of a menu are a group each, and stay or go together.
#pragma once

#include <cstdint>
#include <vector>

#include "tamis/extract/blocks.h"

namespace tamis::extract {

struct BlockGroups {
  std::vector<std::uint32_t> group_of;  // of each block
  std::vector<BlockSums> sums;          // of each group
};

// Blocks are of a group if their boxes and the next three around them are alike. Takes n log n.
void find_groups(const Blocks& blocks, BlockGroups& groups);

}  // namespace tamis::extract
