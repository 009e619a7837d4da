#include "tamis/extract/markdown_table.h"

#include <gtest/gtest.h>

#include "tests/extract/formed_text.h"

namespace tamis::extract {
namespace {

TEST(MarkdownTable, PutsCellsWhereThePageHasThem) {
  EXPECT_EQ(markdown_of("<table><tr><th>a<th>b<th>c<tr><td>1<td><td>3<tr><td><td>2</table>"),
            "| a | b | c |\n| --- | --- | --- |\n| 1 |  | 3 |\n|  | 2 |  |");
  EXPECT_EQ(markdown_of("<table><tr><th>区域<th>价格<tr><td>1<td>2<td>3</table>"),
            "| 区域 | 价格 |  |\n| --- | --- | --- |\n| 1 | 2 | 3 |");
}

TEST(MarkdownTable, SpansColumnsAndRows) {
  EXPECT_EQ(
      markdown_of("<table><tr><th>省<th colspan=2>人口<th>x"
                  "<tr><td rowspan=2>浙江<td>1<td>2<td>y<tr><td>3<td>4<td>z</table>"),
      "| 省 | 人口 |  | x |\n| --- | --- | --- | --- |\n| 浙江 | 1 | 2 | y |\n|  | 3 | 4 | z |");
}

TEST(MarkdownTable, LeavesOutEmptyColumns) {
  EXPECT_EQ(markdown_of("<table><thead><tr><td>a<td> <td>b</thead><tr><td>c<td><td>d</table>"),
            "| a | b |\n| --- | --- |\n| c | d |");
}

TEST(MarkdownTable, HoldsWhatItsCellsHold) {
  EXPECT_EQ(markdown_of("<table><tr><th>方案<th>价格<th>x<tr><td>基本<td><table><tr><td>月<td>$5"
                        "<tr><td>年<td>$50</table><td>a<tr><td>b<td><pre>ls |\n  wc</pre><td>c"
                        "<tr><td>d<td><ul><li>e<li>f</ul><td><h4>g</h4></table>h"),
            "| 方案 | 价格 | x |\n| --- | --- | --- |\n| 基本 | 月 $5 年 $50 | a |\n"
            "| b | `ls \\| wc` | c |\n| d | e f | g |\n\nh");
}

TEST(MarkdownTable, IsLinesWhereItIsNoTable) {
  EXPECT_EQ(markdown_of("<table><tr><td>a<td>b</table>"), "a | b");
}

TEST(MarkdownTable, BoundsColumns) {
  std::string html = "<table><tr><td>a<td>b<tr>";
  for (int i = 0; i < 2000; ++i) html += "<td rowspan=9999 colspan=9999>x";
  html += "<tr><td>y<td>z</table>";
  EXPECT_LT(markdown_of(html).size(), html.size());
}

}  // namespace
}  // namespace tamis::extract
