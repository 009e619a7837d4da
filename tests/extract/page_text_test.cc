#include "tamis/extract/page_text.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

std::string whole_text_of(std::string_view html) {
  const Blocks blocks = read_blocks(html);
  std::string text;
  write_page_text(blocks, std::vector<std::uint8_t>(blocks.blocks.size(), 1), text);
  return text;
}

TEST(WritePageText, WritesABlockALine) {
  EXPECT_EQ(whole_text_of("<h1>a</h1><p>b<ul><li>c<li>d"), "a\nb\nc\nd");
}

TEST(WritePageText, WritesARowOfDataALine) {
  EXPECT_EQ(whole_text_of("<table><tr><th>年份<th>人口<tr><td>2020<td>1 <p>2</table>"),
            "年份 | 人口\n2020 | 1 2");
}

TEST(WritePageText, TakesLayoutTablesApart) {
  std::string longer = "<table><tr><td>menu<td><p>";
  for (int i = 0; i < 60; ++i) longer += "word ";
  EXPECT_EQ(whole_text_of(longer + "<p>end").find(" | "), std::string::npos);
}

TEST(WritePageText, LeavesOutWhatIsNotKept) {
  const Blocks blocks = read_blocks("<p>a<p>b<p>c");
  std::string text = "old";
  write_page_text(blocks, {1, 0, 1}, text);
  EXPECT_EQ(text, "a\nc");
}

}  // namespace
}  // namespace tamis::extract
