// What the boxes around blocks make of them: items of lists, quotations, headings, listings,
// tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/extract/blocks.h"

namespace tamis::extract {

// Of a container; containers inside have what those around them have.
struct BoxForm {
  std::uint32_t level = kNone;    // the innermost list item or quotation
  std::uint32_t heading = kNone;  // the outermost <h1> to <h6>
  std::uint32_t listing = kNone;  // the outermost <pre> or other box of code
  std::uint32_t table = kNone;  // the innermost <table>; of what a cell of data holds: that cell's
  std::uint32_t row = kNone;    // of data, and the cell in it
  std::uint32_t cell = kNone;
  std::uint32_t place = 0;        // of an item: in its list, from 1; of a list: its items so far
  std::int64_t number_shift = 0;  // of a list: by what its items' values moved those behind
  std::uint8_t num_levels = 0;    // list items and quotations around
  std::uint32_t mark_bytes = 0;   // of an item: of its mark, once that is written
  bool holds_heading = false;
  bool holds_listing = false;
  bool holds_table = false;
  bool holds_long_cell = false;        // a row that may be there for the layout
  bool holds_box = false;              // a row with a cell that says more than cells do
  std::uint8_t num_cells = 0;          // of a row: with text, up to 2
  std::uint64_t used_cells = 0;        // of a row or table: those with text, a bit each
  std::uint32_t num_rows = 0;          // of a table: its rows of several cells
  std::uint32_t num_long_rows = 0;     // those of them with a long cell
  std::uint32_t num_listing_rows = 0;  // and those with a listing
};

// The forms of a page's boxes; memory is reused from page to page. Not thread-safe.
class BlockForms {
 public:
  // Lists and quotations inside as many others are those around them.
  static constexpr std::uint8_t kNumLevelsMax = 6;

  // Linear in the containers. `blocks` are summed up, and outlive this.
  void read(const Blocks& blocks);

  const BoxForm& of(std::uint32_t container) const { return forms_[container]; }
  const BoxForm& of(const Block& block) const { return forms_[block.container]; }

  bool is_item(std::uint32_t level) const;

  // Whether the item's mark was written, and that it is.
  bool is_begun(std::uint32_t item) const { return forms_[item].mark_bytes > 0; }
  void begin(std::uint32_t item, std::size_t num_mark_bytes) {
    forms_[item].mark_bytes = static_cast<std::uint32_t>(num_mark_bytes);
  }

  // The innermost list item around the block, kNone if there is none.
  std::uint32_t item_of(const Block& block) const;

  // "- ", or the item's number as the page counts it: "3. ". `page` is the HTML of the blocks.
  // Asked of the items of a list in their order.
  std::string mark_of(std::uint32_t item, std::string_view page);

  // "[x] " or "[ ] " of an item that begins with a check box.
  std::string_view check_box_of(std::uint32_t item, std::string_view page) const;

  // True for a block in a table of data, which has rows of several short cells, less than half of
  // them with a long one. Listings and tables in its cells are text of these.
  bool is_in_table(const Block& block) const { return of(block).cell != kNone; }

  // How many cells of the row are empty right before `cell`, but for columns that are empty
  // throughout. `cell_before` is the cell of the same row that was written before, kNone of none.
  std::uint32_t num_empty_cells(std::uint32_t cell_before, std::uint32_t cell) const;

 private:
  void inherit(std::uint32_t container);
  void inherit_table(std::uint32_t container);
  void find_what_boxes_hold();
  bool is_list_item(std::uint32_t container) const;

  const Blocks* blocks_ = nullptr;
  std::vector<BoxForm> forms_;
};

}  // namespace tamis::extract
