// Kept blocks to plain text: a block a line, a row of a data table a line.
//
// Items of lists begin with "- ", numbered ones too, as trafilatura writes them: the pre-training
// texts that came before have it, and rules count it (bullet_line_ratio). Headings and quotations
// have no marks, items no numbers: the sets' gold texts have none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tamis/extract/block_forms.h"
#include "tamis/extract/blocks.h"

namespace tamis::extract {

// Replaces `text` by the blocks with the indices `kept`. `forms` are those of `blocks`.
void write_page_text(const Blocks& blocks, const std::vector<std::uint32_t>& kept,
                     BlockForms& forms, std::string& text);

}  // namespace tamis::extract
