// Kept blocks to Markdown, as GitHub reads it: headings, lists, quotations, fenced code with its
// language, tables, inline code, formulas between dollars.
//
// Bold, italics and links are left out: pages use them for looks and for navigation, and what they
// point to is no text. Posts of a forum are parted by rules.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/extract/block_forms.h"
#include "tamis/extract/blocks.h"

namespace tamis::extract {

// Replaces `text` by the blocks with the indices `kept`. `forms` are those of `blocks`, `page` the
// HTML that they come from.
void write_markdown(const Blocks& blocks, const std::vector<std::uint32_t>& kept, BlockForms& forms,
                    std::string_view page, std::string& text);

}  // namespace tamis::extract
