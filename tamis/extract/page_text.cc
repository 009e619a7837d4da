#include "tamis/extract/page_text.h"

#include <string_view>

#include "tamis/extract/heading_text.h"

namespace tamis::extract {
namespace {

// What stands between a block and the kept one before it.
std::string_view separator(const Blocks& blocks, const Block& before, const Block& block) {
  const bool is_same_row = block.row != kNone && block.row == before.row;
  if (!is_same_row || !is_in_data_table(blocks, block)) return "\n";
  return block.cell == before.cell ? " " : " | ";
}

constexpr std::string_view kItemMark = "- ";

// True at the first block of a list item.
bool begins_item(const Blocks& blocks, const Block& block, BlockForms& forms) {
  if (is_in_data_table(blocks, block)) return false;
  const std::uint32_t item = forms.item_of(block);
  if (item == kNone || forms.is_begun(item)) return false;
  forms.begin(item, kItemMark.size());
  return true;
}

}  // namespace

void write_page_text(const Blocks& blocks, const std::vector<std::uint32_t>& kept,
                     BlockForms& forms, std::string& text) {
  text.clear();
  const Block* before = nullptr;
  for (const std::uint32_t index : kept) {
    const Block& block = blocks.blocks[index];
    if (before != nullptr) text += separator(blocks, *before, block);
    if (begins_item(blocks, block, forms)) text += kItemMark;
    const bool is_heading = forms.of(block).heading != kNone;
    const std::string_view written = blocks.text_of(block);
    text += is_heading ? without_heading_tail(written) : written;
    before = &block;
  }
}

}  // namespace tamis::extract
