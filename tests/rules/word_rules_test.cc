// The rules over words, by their numbers.
#include <gtest/gtest.h>

#include "tests/rules/default_rule.h"

namespace tamis::rules {
namespace {

double measure_by(std::string_view rule, std::string_view text) {
  return measure(default_rule(rule), text);
}

TEST(SymbolToWordRatio, CountsHashesAndEllipses) {
  EXPECT_DOUBLE_EQ(measure_by("symbol_to_word_ratio", "#a b... c… d"), 3.0 / 4);
  EXPECT_EQ(measure_by("symbol_to_word_ratio", "a.. b. c"), 0);
  EXPECT_EQ(measure_by("symbol_to_word_ratio", "###"), 0);
}

TEST(SymbolToWordRatio, CountsTheChineseEllipsisOnce) {
  EXPECT_DOUBLE_EQ(measure_by("symbol_to_word_ratio", "他想了很久……说"), 1.0 / 6);
  EXPECT_DOUBLE_EQ(measure_by("symbol_to_word_ratio", "他……………"), 3);
}

TEST(AlphabeticWordRatio, TakesHanForLetters) {
  EXPECT_DOUBLE_EQ(measure_by("alphabetic_word_ratio", "中文 123 a1 4.5"), 3.0 / 5);
  EXPECT_EQ(measure_by("alphabetic_word_ratio", ""), 0);
}

TEST(MeanWordCodePoints, CountsCodePointsNotBytes) {
  EXPECT_DOUBLE_EQ(measure_by("mean_word_code_points", "naïve été"), 4);
  EXPECT_DOUBLE_EQ(measure_by("mean_word_code_points", "汉字"), 1);
}

TEST(WordCount, TakesEachChineseCharacterForAWord) {
  EXPECT_EQ(measure_by("word_count", "我有3个 don't apples，好。"), 7);
}

TEST(StopWordCount, CountsDifferentWords) {
  EXPECT_EQ(measure_by("stop_word_count", "the the of other to"), 3);
  EXPECT_EQ(measure_by("stop_word_count", "then often"), 0);
}

TEST(ChineseCharacterRatio, CountsAForeignWordAsOneCharacter) {
  EXPECT_DOUBLE_EQ(measure_by("chinese_character_ratio", "汉字　abc\n。"), 2.0 / 3);
  EXPECT_EQ(measure_by("chinese_character_ratio", "　\n"), 0);
}

// With the lists of their examples: "lucky casino" and "彩票"; "casino" ... and "赌场" ...
TEST(ListedWordRatio, CountsCodePointsInsideWords) {
  EXPECT_DOUBLE_EQ(measure_by("listed_word_ratio", "字Lucky Casino彩票"), 14.0 / 15);
  EXPECT_EQ(measure_by("listed_word_ratio", "lucky, casino"), 0);
}

TEST(ListedWordCount, CountsOccurrences) {
  EXPECT_EQ(measure_by("listed_word_count", "casino 赌场 casino casinos"), 3);
}

TEST(DistinctListedWordCount, CountsWordsOnce) {
  EXPECT_EQ(measure_by("distinct_listed_word_count", "casino 赌场 Casino 下注"), 3);
}

TEST(ListedWordsPerLine, DividesByAllLines) {
  EXPECT_DOUBLE_EQ(measure_by("listed_words_per_line", "casino\n\n赌场赌场\ncasino"), 2.0 / 4);
  EXPECT_EQ(measure_by("listed_words_per_line", ""), 0);
}

TEST(DuplicateNgramCodePointRatio, CountsAllOccurrences) {
  EXPECT_EQ(measure_by("duplicate_ngram_code_point_ratio", "一二三四五六七八九十"), 0);
  EXPECT_DOUBLE_EQ(
      measure_by("duplicate_ngram_code_point_ratio", "一二三四五六七八九十。一二三四五六七八九十"),
      20.0 / 21);
}

TEST(NgramRules, RefuseSizesOutsideOfTheirRange) {
  for (const std::string_view name : {"top_ngram_code_point_ratio", "word_repetition_ratio",
                                      "duplicate_ngram_code_point_ratio"}) {
    for (const std::int64_t num_words :
         {std::int64_t{-1}, std::int64_t{0}, std::int64_t{1}, std::int64_t{32}, std::int64_t{33},
          std::int64_t{1} << 32 | 1}) {
      const RuleInstance rule = default_rule(name);
      const auto& setup = rule.spec->measure.setup;
      const Setup::Params params = setup.make_params();
      EXPECT_TRUE(rule.spec->params.front().set(params.get(), ParamValue(num_words)));
      ReadFiles files;
      const auto model = setup.make_model(params.get(), files);
      EXPECT_EQ(model.has_value(), num_words == 1 || num_words == 32) << name << num_words;
      const std::string message = model ? "" : std::string(model.error().message());
      EXPECT_EQ(message, model ? "" : "num_words must be 1 to 32");
    }
  }
}

}  // namespace
}  // namespace tamis::rules
