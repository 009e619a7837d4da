#include "tamis/extract/block_forms.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

TEST(BlockForms, FindItemsAndQuotations) {
  const std::string_view html = "<ul><li>甲<blockquote>乙</blockquote><li>丙</ul><p>丁";
  const Blocks blocks = read_blocks(html);
  BlockForms forms;
  forms.read(blocks);
  const auto item = [&](std::size_t i) { return forms.item_of(blocks.blocks[i]); };
  EXPECT_NE(item(0), kNone);
  EXPECT_EQ(item(1), item(0));
  EXPECT_NE(item(2), item(0));
  EXPECT_EQ(item(3), kNone);
  EXPECT_EQ(forms.of(blocks.blocks[1]).num_levels, 2);
  EXPECT_FALSE(forms.is_item(forms.of(blocks.blocks[1]).level));
}

TEST(BlockForms, TakeBoxesForNoItems) {
  std::string longer = "<ul><li>";
  for (int i = 0; i < 200; ++i) longer += "word ";
  for (const std::string& html :
       {std::string("<ul><li class=comment>a"), std::string("<ul><li><div><h2>a</h2></div>b"),
        std::string("<li>a"), std::string("<pre><ol><li>a"), longer}) {
    const Blocks blocks = read_blocks(html);
    BlockForms forms;
    forms.read(blocks);
    EXPECT_EQ(forms.item_of(blocks.blocks[0]), kNone) << html;
  }
}

TEST(BlockForms, NumberItems) {
  for (const auto& [html, expected] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"<ol start=3><li>a<li value=9>b<li>c</ol><ul><li>d", "3. 9. 10. - "},
           {"<ol reversed><li>甲<li>乙<li value=7>丙<li>丁", "4. 3. 7. 6. "},
           {"<ol start=2 reversed><li>a<li>b<li>c<li>d", "2. 1. 0. 0. "}}) {
    const Blocks blocks = read_blocks(html);
    BlockForms forms;
    forms.read(blocks);
    std::string marks;
    for (const Block& block : blocks.blocks) marks += forms.mark_of(forms.item_of(block), html);
    EXPECT_EQ(marks, expected);
  }
}

TEST(BlockForms, TellTablesFromLayout) {
  std::string longer = "<table><tr><td>a<td>b<tr><td>c<td>";
  for (int i = 0; i < 60; ++i) longer += "word ";
  const Blocks blocks = read_blocks(longer);
  BlockForms forms;
  forms.read(blocks);
  EXPECT_TRUE(forms.is_in_table(blocks.blocks[0]));
  EXPECT_FALSE(forms.is_in_table(blocks.blocks[2]));  // its row is there for the layout
}

std::string words(int num_words) {
  std::string text;
  for (int i = 0; i < num_words; ++i) text += "word ";
  return text;
}

// Which blocks are in tables, a digit each.
std::string blocks_in_tables(const std::string& html) {
  const Blocks blocks = read_blocks(html);
  BlockForms forms;
  forms.read(blocks);
  std::string digits;
  for (const Block& block : blocks.blocks) digits += forms.is_in_table(block) ? '1' : '0';
  return digits;
}

TEST(BlockForms, KeepTablesWithSomeLongCells) {
  const std::string table = "<table><tr><th>名<th>值<tr><td>a<td>b<tr><td>c<td>";
  EXPECT_EQ(blocks_in_tables(table + words(60)), "111111");
  EXPECT_EQ(blocks_in_tables(table + words(60) + "<tr><td>d<td>" + words(60)), "11110000");
  EXPECT_EQ(blocks_in_tables(table + words(200)), "111100");
  EXPECT_EQ(blocks_in_tables(table + words(30) + "<p>1<p>2<p>" + words(30)), "111100000");
  EXPECT_EQ(blocks_in_tables(table + "d<tr><td colspan=2>" + words(60)), "1111110");
}

TEST(BlockForms, TellTablesFromThoseThatHoldOthers) {
  const std::string inner = "<table><tr><td>a<td>b<tr><td>c<td>d</table>";
  EXPECT_EQ(blocks_in_tables("<table><tr><td>" + inner + "<td>" + inner + "</table>"), "11111111");
  EXPECT_EQ(blocks_in_tables("<table><tr><td><pre>1</pre><td><pre>x</pre></table>"), "00");
  EXPECT_EQ(blocks_in_tables("<table><tr><td>1<td><pre>x</pre><tr><td>2<td><pre>y</pre></table>"),
            "0000");
}

}  // namespace
}  // namespace tamis::extract
