// Kept blocks to text: a block a line, a row of a data table a line.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tamis/extract/blocks.h"

namespace tamis::extract {

// Replaces `text` by the blocks for which `is_kept` is not 0. List items get no marker: the gold
// texts of all benchmarks have none, and a language model needs none.
void write_page_text(const Blocks& blocks, const std::vector<std::uint8_t>& is_kept,
                     std::string& text);

// True for a block in a row of a table that holds data: short cells, several in a row.
bool is_in_data_table(const Blocks& blocks, const Block& block);

}  // namespace tamis::extract
