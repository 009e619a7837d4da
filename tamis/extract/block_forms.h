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
  std::uint32_t listing = kNone;  // the outermost <pre>
  std::uint32_t table = kNone;    // the innermost <table>
  std::uint32_t place = 0;        // of an item: in its list, from 1; of a list: its items so far
  std::uint8_t num_levels = 0;    // list items and quotations around
  std::uint32_t mark_bytes = 0;   // of an item: of its mark, once that is written
  bool holds_heading = false;
  bool holds_long_cell = false;  // a row that is there for the layout
  bool holds_cells = false;      // a row of several short cells, a table with such rows
  std::uint8_t num_cells = 0;    // of a row: with text, up to 2
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
  std::string mark_of(std::uint32_t item, std::string_view page) const;

  // True for a block in a table of data, which has rows of several short cells; what is in a row
  // with a long cell is not.
  bool is_in_table(const Block& block) const;

 private:
  void inherit(std::uint32_t container);
  void find_what_boxes_hold();
  bool is_list_item(std::uint32_t container) const;

  const Blocks* blocks_ = nullptr;
  std::vector<BoxForm> forms_;
};

// The blocks that are kept, by index, less those that belong to the way in which a page shows a
// listing: columns of line numbers, "Copy".
void find_kept_blocks(const Blocks& blocks, const std::vector<std::uint8_t>& is_kept,
                      std::vector<std::uint32_t>& kept);

}  // namespace tamis::extract
