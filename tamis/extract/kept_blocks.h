// Which blocks of a page are written: those that were decided for, less what belongs to the way in
// which a page shows a listing or a heading.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tamis/extract/blocks.h"

namespace tamis::extract {

// The blocks that are kept, by index, without columns of line numbers, "Copy", the name of a
// listing's language beside it, a pilcrow behind it, and "[edit]" behind a heading. `page` is the
// HTML of the blocks. Linear in the blocks.
void find_kept_blocks(const Blocks& blocks, const std::vector<std::uint8_t>& is_kept,
                      std::string_view page, std::vector<std::uint32_t>& kept);

}  // namespace tamis::extract
