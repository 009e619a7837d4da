#include "tamis/extract/markdown_table.h"

#include <gtest/gtest.h>

#include "tests/extract/formed_text.h"

namespace tamis::extract {
namespace {

TEST(MarkdownTable, PutsCellsWhereThePageHasThem) {
  EXPECT_EQ(markdown_of("<table><tr><th>a<th>b<th>c<tr><td>1<td><td>3<tr><td><td>2</table>"),
            "| a | b | c |\n| --- | --- | --- |\n| 1 |  | 3 |\n|  | 2 |");
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
