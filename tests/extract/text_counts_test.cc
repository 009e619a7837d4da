#include "tamis/extract/text_counts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <random>
#include <string>

namespace tamis::extract {
namespace {

std::array<std::uint32_t, 8> values_of(const TextCounts& counts) {
  return {counts.num_spaced_words, counts.num_ideographs, counts.num_sentence_marks,
          counts.num_stop_words,   counts.num_digits,     counts.num_capitals,
          counts.num_symbols,      counts.num_prices};
}

TEST(CountText, CountsEnglish) {
  const TextCounts counts = count_text("The price of It is 1.50, and (not) more.", {});
  EXPECT_EQ(counts.num_spaced_words, 10U);  // 1 and 50 are two
  EXPECT_EQ(counts.num_sentence_marks, 2U);
  EXPECT_EQ(counts.num_stop_words, 6U);
  EXPECT_EQ(counts.num_digits, 3U);
  EXPECT_EQ(counts.num_capitals, 2U);
}

TEST(CountText, CountsChinese) {
  const TextCounts counts = count_text("我们在北京，看GDP的数据。", {});
  EXPECT_EQ(counts.num_ideographs, 9U);
  EXPECT_EQ(counts.num_spaced_words, 1U);
  EXPECT_EQ(counts.num_sentence_marks, 2U);
  EXPECT_EQ(counts.num_stop_words, 4U);
  EXPECT_EQ(counts.num_words(), 7U);
}

TEST(CountText, CountsPrices) {
  EXPECT_EQ(count_text("$5 or 6 € or £ 7, 99元, ￥8", {}).num_prices, 5U);
  EXPECT_EQ(count_text("US$ and 元旦 and a$b", {}).num_prices, 0U);
}

// Short texts are counted byte by byte, long ones by blocks.
TEST(CountText, CountsALongTextLikeItsPieces) {
  constexpr std::string_view kPieces[] = {
      "a",  "The",   "it's", "1.50,", "e-mail:", "$5",     "$",   "(x)", "\x01\x7F", "中文，",
      "é.", "naïve", "!?.",  "of",    "\v",      "@[`{/:", "Zz9", "￥8", "\xE4"};
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    std::array<std::uint32_t, 8> expected = {};
    for (std::size_t num_pieces = random() % 20; num_pieces > 0; --num_pieces) {
      // A line's end, so that no price reaches over it.
      const std::string piece = std::string(kPieces[random() % std::size(kPieces)]) + " \n";
      const auto added = values_of(count_text(piece, {}));
      std::ranges::transform(expected, added, expected.begin(), std::plus());
      text += piece;
    }
    ASSERT_EQ(values_of(count_text(text, {})), expected) << text;
  }
}

TEST(CountText, TakesAnyBytes) {
  EXPECT_EQ(count_text("", {}).num_words(), 0U);
  EXPECT_EQ(count_text("\xFF\xFE\xE4\xB8", {}).num_words(), 0U);
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
