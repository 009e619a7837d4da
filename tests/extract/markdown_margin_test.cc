#include "tamis/extract/markdown_margin.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

// The first word of each block as a piece of two lines.
std::string pieces_of(std::string_view html) {
  const Blocks blocks = read_blocks(html);
  BlockForms forms;
  forms.read(blocks);
  MarkdownMargin margin(blocks, forms, html);
  std::string out;
  for (const Block& block : blocks.blocks) {
    margin.begin_piece(block, false, out);
    margin.append_line(blocks.text_of(block), out);
    margin.append_line("", out);
    margin.append_line(".", out);
  }
  return out;
}

TEST(MarkdownMargin, IsSpaceBelowAMark) {
  EXPECT_EQ(pieces_of("<ul><li>甲"), "- 甲\n\n  .");
  EXPECT_EQ(pieces_of("<ol start=10><li>a"), "10. a\n\n    .");
  EXPECT_EQ(pieces_of("<blockquote>a"), "> a\n>\n> .");
}

TEST(MarkdownMargin, ShowsCheckBoxes) {
  EXPECT_EQ(pieces_of("<ul><li><input type=checkbox checked> 甲<li> <label><input type=checkbox>b"),
            "- [x] 甲\n\n  .\n- [ ] b\n\n  .");
  EXPECT_EQ(pieces_of("<ul><li><input type=text>a<ul><li>b"), "- a\n\n  .\n  - b\n\n    .");
}

TEST(MarkdownMargin, LeavesOutItemsOfWhichNothingWasWritten) {
  EXPECT_EQ(pieces_of("<ul><li><ul><li>a"), "- a\n\n  .");
}

TEST(MarkdownMargin, PartsPieces) {
  EXPECT_EQ(pieces_of("<p>a<p>b"), "a\n\n.\n\nb\n\n.");
  EXPECT_EQ(pieces_of("<ul><li>a<li>b"), "- a\n\n  .\n- b\n\n  .");
}

}  // namespace
}  // namespace tamis::extract
