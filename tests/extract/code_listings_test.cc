#include "tamis/extract/code_listings.h"

#include <gtest/gtest.h>

#include "tests/extract/block_texts.h"

namespace tamis::extract {
namespace {

TEST(IsCodeFurniture, LeavesNumbersAndButtonsOutOfListings) {
  EXPECT_EQ(texts_of("<pre><span class=lineno>1 </span>a\n<span class='ln x'>2 </span>b</pre>"),
            "[a\nb]");
  EXPECT_EQ(texts_of("<pre><button>复制</button><code class='line-numbers'>a</code></pre>"), "[a]");
  EXPECT_EQ(texts_of("<pre><code>a\n<span class=copy-code-btn>复制代码</span></code></pre>"),
            "[a]");
  EXPECT_EQ(texts_of("<p><span class=lineno>1</span>a"), "[1a]");
}

TEST(IsLineNumbers, CountsByOne) {
  EXPECT_TRUE(is_line_numbers("1\n2\n3"));
  EXPECT_TRUE(is_line_numbers(" 9\n10 \n11"));
  for (const std::string_view text : {"", " ", "1\n3", "1\n2a", "2020\n2019", "一\n二"})
    EXPECT_FALSE(is_line_numbers(text)) << text;
}

TEST(IsCopyLabel, KnowsBothLanguages) {
  for (const std::string_view text : {"Copy", "复制代码"}) EXPECT_TRUE(is_copy_label(text)) << text;
  EXPECT_FALSE(is_copy_label("copyright"));
}

}  // namespace
}  // namespace tamis::extract
