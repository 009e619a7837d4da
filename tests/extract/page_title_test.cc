#include "tamis/extract/page_title.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

std::string title(std::string_view stated, std::string_view html, std::string_view site = "") {
  return page_title(stated, site, read_blocks(html));
}

TEST(PageTitle, CutsTheSiteOff) {
  EXPECT_EQ(title("A long story of a river - The Site", ""), "A long story of a river");
  EXPECT_EQ(title("长江水位今日上涨三米_新闻_某某网", ""), "长江水位今日上涨三米");
  EXPECT_EQ(title("X - Y", "", "Y"), "X");
}

TEST(PageTitle, TakesTheHeadingThatSaysTheSame) {
  EXPECT_EQ(title("Rivers of Europe 2023: Guide", "<h1>The Site</h1><h1>The rivers of Europe</h1>"),
            "The rivers of Europe");
  EXPECT_EQ(title("长江水位上涨三米", "<h1>长江水位今日上涨三米</h1>"), "长江水位今日上涨三米");
  EXPECT_EQ(title("Rivers rise", "<h1>Subscribe</h1>"), "Rivers rise");
}

TEST(PageTitle, FallsBackToAnyHeading) {
  EXPECT_EQ(title("", "<h1>c</h1>"), "c");
  EXPECT_EQ(title("", "<p>c"), "");
}

}  // namespace
}  // namespace tamis::extract
