#include "tamis/extract/text_counts.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

TEST(CountText, CountsEnglish) {
  const TextCounts counts = count_text("The price of It is 1.50, and (not) more.");
  EXPECT_EQ(counts.num_spaced_words, 10U);  // 1 and 50 are two
  EXPECT_EQ(counts.num_sentence_marks, 2U);
  EXPECT_EQ(counts.num_stop_words, 6U);
  EXPECT_EQ(counts.num_digits, 3U);
  EXPECT_EQ(counts.num_capitals, 2U);
}

TEST(CountText, CountsChinese) {
  const TextCounts counts = count_text("我们在北京，看GDP的数据。");
  EXPECT_EQ(counts.num_ideographs, 9U);
  EXPECT_EQ(counts.num_spaced_words, 1U);
  EXPECT_EQ(counts.num_sentence_marks, 2U);
  EXPECT_EQ(counts.num_stop_words, 4U);
  EXPECT_EQ(counts.num_words(), 7U);
}

TEST(CountText, CountsPrices) {
  EXPECT_EQ(count_text("$5 or 6 € or £ 7, 99元, ￥8").num_prices, 5U);
  EXPECT_EQ(count_text("US$ and 元旦 and a$b").num_prices, 0U);
}

TEST(CountText, TakesAnyBytes) {
  EXPECT_EQ(count_text("").num_words(), 0U);
  EXPECT_EQ(count_text("\xFF\xFE\xE4\xB8").num_words(), 0U);
}

TEST(EndsSentence, LooksThroughClosingMarks) {
  for (const std::string_view text : {"He left.", "(He left.)", "“他走了。”", "走了！", "Why?\""}) {
    EXPECT_TRUE(ends_sentence(text)) << text;
  }
  for (const std::string_view text : {"", "Menu", "首页", "\"", "a,"})
    EXPECT_FALSE(ends_sentence(text)) << text;
}

}  // namespace
}  // namespace tamis::extract
