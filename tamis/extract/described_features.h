// What a page's description of itself (descriptions.h) tells of its blocks.
#pragma once

#include <vector>

#include "tamis/extract/block_features.h"
#include "tamis/extract/blocks.h"

namespace tamis::extract {

// Fills in the columns `..described...`: which blocks begin as the page's description does, and how
// far the nearest of them is from each block, in blocks and in boxes. Requires: levels are filled
// in.
void measure_described(const Blocks& blocks, std::vector<BlockFeatures>& features);

}  // namespace tamis::extract
