#include "tamis/extract/title_words.h"

#include <gtest/gtest.h>

#include <bit>
#include <string>

#include "tamis/extract/block_builder.h"
#include "tamis/extract/text_counts.h"

namespace tamis::extract {
namespace {

TitleWords words_of(std::string_view title) {
  TitleWords words;
  add_title(title, words);
  return words;
}

std::uint32_t num_said(std::string_view title, std::string_view text) {
  return count_text(text, words_of(title)).num_title_words();
}

int num_different(std::string_view title, std::string_view text) {
  return std::popcount(count_text(text, words_of(title)).title_bits);
}

TEST(TitleWords, AreSaidAgainInAnyCase) {
  EXPECT_EQ(num_said("How to bake BREAD | Ye Bakers", "Bread, to bake: bread."), 3U);
  EXPECT_EQ(num_different("How to bake BREAD | Ye Bakers", "Bread, to bake: bread."), 2);
  EXPECT_EQ(num_said("How to bake bread", "Ten cakes that nobody breads"), 0U);
}

TEST(TitleWords, LeaveOutStopWordsAndShortOnes) {
  EXPECT_EQ(words_of("The C of it, and what 42 they will be").num_words(), 0U);
  EXPECT_EQ(num_said("The end", "the end of the"), 1U);
}

TEST(TitleWords, ArePairsOfIdeographs) {
  EXPECT_EQ(words_of("防汛工作").num_words(), 3U);
  EXPECT_EQ(num_different("防汛工作", "通报了防汛工作的进展"), 3);
  EXPECT_EQ(num_said("防汛工作", "通报了防汛工作的进展"), 2U) << "three pairs, three fifths each";
  EXPECT_EQ(num_said("防汛工作", "防。汛 工a作"), 0U);
  EXPECT_EQ(num_said("防 汛", "防汛"), 0U);
  EXPECT_EQ(num_said("工作：GDP数据", "gdp 的数据"), 2U);
}

TEST(TitleWords, AreOfAnyScript) {
  EXPECT_EQ(num_said("Größe des Hauses", "die Größe"), 1U);
  EXPECT_EQ(num_said("Дом у моря", "Дом и сад у моря"), 2U);
}

TEST(TitleWords, AreToldApartByLengthBehindEightBytes) {
  EXPECT_EQ(num_said("international", "International internationally interest"), 1U);
  EXPECT_EQ(num_said("information", "informative"), 1U);
}

TEST(TitleWords, AreTheSameInLongTextsAsInShortOnes) {
  for (std::size_t num_before = 0; num_before < 40; ++num_before) {
    const std::string text =
        std::string(num_before, '.') + "Bread 面包 bread" + std::string(num_before, '.');
    EXPECT_EQ(num_said("bread: 面包", text), 3U) << num_before;
  }
}

TEST(TitleWords, AreBounded) {
  std::string title;
  for (int i = 0; i < 10'000; ++i) title += "word" + std::to_string(i) + " ";
  const TitleWords words = words_of(title);
  EXPECT_EQ(words.num_words(), TitleWords::kWordsMax);
  EXPECT_EQ(count_text(title, words).num_spaced_title_words, TitleWords::kWordsMax);
}

TEST(TitleWords, AreThoseOfTheFirstTitleWithWords) {
  const auto num_words = [](std::string_view html) { return read_blocks(html).title.num_words(); };
  EXPECT_EQ(num_words("<title>Fish &amp; chips</title><title>two six ten</title>"), 2U);
  EXPECT_EQ(num_words("<title> </title><title>two six ten</title>"), 3U);
  EXPECT_EQ(num_words("<svg><title>Fish</title></svg><p>Fish"), 0U);
  EXPECT_EQ(num_words("<p>Fish"), 0U);
}

TEST(TitleWords, AreSummedUpOverBoxes) {
  const Blocks blocks =
      read_blocks("<title>Fresh bread</title><div><p>Bread!<p>Fresh 面包 bread</div><p>cake");
  EXPECT_EQ(blocks.containers.front().sums.num_title_words, 3U);
  ASSERT_EQ(blocks.blocks.size(), 3U);
  EXPECT_EQ(blocks.container_of(blocks.blocks[1]).sums.num_title_words, 2U);
}

}  // namespace
}  // namespace tamis::extract
