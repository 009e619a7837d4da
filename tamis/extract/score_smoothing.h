// What stands together on a page stays or goes together: scores of blocks, each found by itself,
// are drawn towards those of the group, the neighbours, the row and the text below.
#pragma once

#include <cstdint>
#include <vector>

#include "tamis/extract/block_features.h"
#include "tamis/extract/blocks.h"

namespace tamis::extract {

// Of each block, in the order of Blocks and in 1/100 of a log-odds:
// - posts, goods, entries of a menu, which are a group (block_groups.h), go half of the way to the
//   mean of it;
// - then each goes a tenth of the way to the mean of the block before it and the one behind;
// - the cells of a row of data get their mean;
// - the cells of <th> and the caption of a table are raised to what follows them in it;
// - a listing is raised towards the texts before and behind it, by 1.00 at most, an entry of a list
//   towards those beside it, by 0.50;
// - a heading or term that is less likely than what it heads is raised towards it, by 1.00 at most,
//   and one above another with it.
// What each is worth on pages that nothing was learnt from: docs/design/0010-main-text.md. Linear.
void smooth_scores(const Blocks& blocks, const std::vector<BlockFeatures>& features,
                   std::vector<std::int32_t>& scores);

}  // namespace tamis::extract
