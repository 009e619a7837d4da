// What stands at the left of a piece of Markdown: marks of lists and quotations, or the space below
// them; and the blank lines between pieces.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/extract/block_forms.h"
#include "tamis/extract/blocks.h"

namespace tamis::extract {

// Moves from piece to piece of one page. Not thread-safe.
class MarkdownMargin {
 public:
  MarkdownMargin(const Blocks& blocks, BlockForms& forms, std::string_view page)
      : blocks_(blocks), forms_(forms), page_(page) {}

  // Ends the piece before in `out`, if there is one, and begins that of `block`. `is_apart`: a rule
  // stands between the two, if no list and no quotation holds both.
  void begin_piece(const Block& block, bool is_apart, std::string& out);

  // Appends a line of the piece.
  void append_line(std::string_view line, std::string& out);

 private:
  struct Level {
    std::uint32_t container;
    std::uint32_t num_bytes;  // of its mark
    bool is_item;
  };

  void find_levels(const Block& block);
  void part(bool is_tight, bool is_apart, std::string& out) const;
  bool shares_list() const;
  std::size_t num_shared_levels() const;

  const Blocks& blocks_;
  BlockForms& forms_;
  std::string_view page_;
  std::vector<Level> levels_;
  std::vector<Level> last_levels_;
  std::string first_;  // in front of the piece's first line
  std::string next_;   // and of the others
  bool is_first_line_ = true;
};

}  // namespace tamis::extract
