#include "tamis/extract/page_text.h"

#include <string_view>

#include "tamis/extract/code_listings.h"
#include "tamis/extract/heading_text.h"

namespace tamis::extract {
namespace {

constexpr std::string_view kItemMark = "- ";

// Writes the kept blocks of a page one after the other.
class PageTextWriter {
 public:
  PageTextWriter(const Blocks& blocks, BlockForms& forms, std::string& text)
      : blocks_(blocks), forms_(forms), text_(text) {}

  void write(const Block& block) {
    const BoxForm& form = forms_.of(block);
    if (forms_.is_in_table(block)) {
      begin_cell_text(form);
      append_in_one_line(blocks_.text_of(block), text_);
    } else {
      begin_line();
      if (block.keeps_space && block.follows_blank_line && !text_.empty()) text_ += '\n';
      if (begins_item(block)) text_ += kItemMark;
      text_ += shown_text(block);
    }
    row_ = form.row;
    cell_ = form.cell;
  }

 private:
  void begin_line() {
    if (!is_first_) text_ += '\n';
    is_first_ = false;
  }

  // Cells without text leave a field, so that the others stand in their columns; cells over several
  // columns or rows leave no more than their own.
  void begin_cell_text(const BoxForm& form) {
    if (form.cell == cell_) {
      text_ += ' ';
      return;
    }
    if (form.row != row_) {
      begin_line();
      const bool has_columns = forms_.of(form.row).num_cells > 1;
      if (has_columns) append_fields(forms_.num_empty_cells(kNone, form.cell), "| ");
    } else {
      append_fields(forms_.num_empty_cells(cell_, form.cell) + 1, " | ");
    }
  }

  void append_fields(std::uint32_t num_fields, std::string_view mark) {
    for (; num_fields > 0; --num_fields) text_ += mark;
  }

  std::string_view shown_text(const Block& block) const {
    const std::string_view written = blocks_.text_of(block);
    if (forms_.of(block).heading != kNone) return without_heading_tail(written);
    return block.keeps_space ? written : without_pilcrow(written);
  }

  // True at the first block of a list item.
  bool begins_item(const Block& block) {
    const std::uint32_t item = forms_.item_of(block);
    if (item == kNone || forms_.is_begun(item)) return false;
    forms_.begin(item, kItemMark.size());
    return true;
  }

  const Blocks& blocks_;
  BlockForms& forms_;
  std::string& text_;
  bool is_first_ = true;
  std::uint32_t row_ = kNone;  // of the block before
  std::uint32_t cell_ = kNone;
};

}  // namespace

void write_page_text(const Blocks& blocks, const std::vector<std::uint32_t>& kept,
                     BlockForms& forms, std::string& text) {
  text.clear();
  PageTextWriter writer(blocks, forms, text);
  for (const std::uint32_t index : kept) writer.write(blocks.blocks[index]);
}

}  // namespace tamis::extract
