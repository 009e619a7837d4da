#include "tamis/extract/page_text.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"
#include "tamis/extract/kept_blocks.h"

namespace tamis::extract {
namespace {

std::string text_of(std::string_view html, std::vector<std::uint8_t> is_kept = {}) {
  const Blocks blocks = read_blocks(html);
  if (is_kept.empty()) is_kept.assign(blocks.blocks.size(), 1);
  std::vector<std::uint32_t> kept;
  find_kept_blocks(blocks, is_kept, html, kept);
  BlockForms forms;
  forms.read(blocks);
  std::string text = "old";
  write_page_text(blocks, kept, forms, text);
  return text;
}

TEST(WritePageText, WritesABlockALine) {
  EXPECT_EQ(text_of("<h1>a</h1><p>b<ul><li>c<li>d"), "a\nb\n- c\n- d");
}

TEST(WritePageText, WritesARowOfDataALine) {
  EXPECT_EQ(text_of("<table><tr><th>年份<th>人口<tr><td>2020<td>1 <p>2</table>"),
            "年份 | 人口\n2020 | 1 2");
}

TEST(WritePageText, LeavesAFieldToAnEmptyCell) {
  EXPECT_EQ(text_of("<table><tr><th><th>2022<th><th>2023<tr><th>红队<td>12<td><td>"
                    "<tr><th>蓝队<td><td><td>7<tr><td><td>注</table>"),
            "| 2022 | 2023\n红队 | 12\n蓝队 |  | 7\n注");
}

TEST(WritePageText, KeepsARowWithListingsAndTablesInALine) {
  EXPECT_EQ(text_of("<table><tr><td>a<td>b<tr><td><pre>ls\n -l</pre>"
                    "<td><table><tr><td>c<td>d<tr><td>e<td>f</table></table>"),
            "a | b\nls -l | c d e f");
}

TEST(WritePageText, TakesLayoutTablesApart) {
  std::string longer = "<table><tr><td>menu<td><p>";
  for (int i = 0; i < 60; ++i) longer += "word ";
  EXPECT_EQ(text_of(longer + "<p>end").find(" | "), std::string::npos);
}

TEST(WritePageText, LeavesOutWhatIsNotKept) {
  EXPECT_EQ(text_of("<p>a<p>b<p>c", {1, 0, 1}), "a\nc");
  EXPECT_EQ(text_of("<ul><li>a<p>b<li>c</ul>", {0, 1, 1}), "- b\n- c");
}

TEST(WritePageText, MarksItemsOnce) {
  EXPECT_EQ(text_of("<ul><li><p>甲<p>乙<ol><li>丙<li>丁</ol>己</ul>庚"),
            "- 甲\n乙\n- 丙\n- 丁\n己\n庚");
  EXPECT_EQ(text_of("<table><tr><td><ul><li>a</ul><td>b</table>"), "a | b");
  EXPECT_EQ(text_of("<ul><li class=comment>a<li><h3>b</h3>c</ul>"), "a\nb\nc");
}

TEST(WritePageText, KeepsTheSpaceOfCodeAndTheLinesOfPoems) {
  EXPECT_EQ(text_of("<p>a<pre>\n  if x:\n\n\ty\n</pre>"), "a\n  if x:\n\n\ty");
  EXPECT_EQ(text_of("<p>床前明月光，<br>疑是地上霜。<br><br>举头"),
            "床前明月光，\n疑是地上霜。\n举头");
}

TEST(WritePageText, KeepsTheEmptyLinesOfCode) {
  EXPECT_EQ(text_of("<p>甲<pre><div>a</div><div><br></div><div> b</div></pre>"), "甲\na\n\n b");
}

TEST(WritePageText, LeavesOutPilcrows) {
  EXPECT_EQ(text_of("<h2>一¶</h2><p>甲<a class=pilcrow>¶</a><pre>a ¶</pre>¶"), "一\n甲\na ¶");
}

TEST(WritePageText, LeavesOutLineNumbersAndCopyButtons) {
  EXPECT_EQ(
      text_of("<button>复制</button><table><tr><td><pre>1\n2</pre><td><pre>a\nb</pre></table>"),
      "a\nb");
}

TEST(WritePageText, KeepsNumbersThatAreNoLineNumbers) {
  EXPECT_EQ(
      text_of(
          "<table><tr><th>样例输入<th>样例输出<tr><td><pre>3\n4</pre><td><pre>12</pre></table>"),
      "样例输入 | 样例输出\n3 4 | 12");
}

}  // namespace
}  // namespace tamis::extract
