// What the other pages of a site tell of the blocks of one.
#pragma once

#include <vector>

#include "tamis/extract/block_features.h"
#include "tamis/extract/block_groups.h"
#include "tamis/extract/blocks.h"

namespace tamis::extract {

// Fills in the columns `site_...`: how many other pages say the text, and how many words around
// stand in texts that any of them says (Blocks::site). Requires: levels and groups are filled in.
void measure_site(const Blocks& blocks, const BlockGroups& groups,
                  std::vector<BlockFeatures>& features);

}  // namespace tamis::extract
