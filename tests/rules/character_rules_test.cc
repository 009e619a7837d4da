// The rules over characters, lines of characters and their repetition, by their numbers.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/rules/configured_rule.h"

namespace tamis::rules {
namespace {

double measure_by(std::string_view rule, std::string_view text) {
  return measure(default_rule(rule), text);
}

struct Case {
  std::string_view rule;
  std::string_view text;
  double value;
};

TEST(CharacterRules, CountWhatTheirSummariesSay) {
  constexpr Case kCases[] = {
      {"digit_ratio", "a1٣１½", 3.0 / 5},
      {"letter_ratio", "aé中1。", 3.0 / 5},
      {"punctuation_ratio", "a。，\"$", 3.0 / 5},
      {"symbol_ratio", "$€+😀a", 4.0 / 5},
      {"alphanumeric_ratio", "a中½ 。", 3.0 / 5},
      {"non_alphanumeric_ratio", "a1?\n 中。", 3.0 / 7},
      {"special_character_ratio", "a1 。😀中", 4.0 / 6},
      {"upper_case_ratio", "Aa中Ж", 2.0 / 4},
      {"replacement_character_ratio", "a\uFFFD中", 1.0 / 3},
      {"new_line_ratio", "a\n\r\n中", 2.0 / 5},
      {"bracket_ratio", "f(x)⟨中⟩（", 4.0 / 8},
      {"white_space_ratio", "a b\t\b\u3000\v", 3.0 / 7},
      {"url_code_point_ratio", "见https://a.cn/x，或http://b", 22.0 / 25},
      {"url_code_point_ratio", "http:// ftp://a.b ://c http://", 0},
      {"html_entity_ratio", "&nbsp;&#160;＆lt；&;& b;中", 3.0 / 23},
      {"code_point_count", "中文ab", 4},
      {"distinct_character_ratio", "天天向上", 3.0 / 4},
  };
  for (const auto& [rule, text, value] : kCases) {
    EXPECT_DOUBLE_EQ(measure_by(rule, text), value) << rule << " of " << text;
  }
}

TEST(CharacterRules, AreZeroOfNothing) {
  for (const std::string_view rule :
       {"digit_ratio", "letter_ratio", "non_alphanumeric_ratio", "bracket_ratio",
        "white_space_ratio", "url_code_point_ratio", "html_entity_ratio", "character_entropy",
        "distinct_character_ratio", "mean_line_code_points", "longest_line_code_points",
        "unigram_entropy", "distinct_word_ratio", "upper_case_word_ratio", "lorem_ipsum_ratio",
        "word_repetition_ratio", "character_repetition_ratio", "repeated_window_ratio",
        "cut_word_ratio"}) {
    EXPECT_EQ(measure_by(rule, ""), 0) << rule;
  }
}

TEST(WhiteSpaceRatio, KnowsTheSpacesOfUnicodeToo) {
  const RuleInstance rule =
      configured_rule("white_space_ratio", {{"characters", ParamValue(std::string("unicode"))}});
  EXPECT_DOUBLE_EQ(measure(rule, "a b\t\b\u3000\v"), 4.0 / 7);
}

TEST(BracketRatio, TakesOtherBrackets) {
  const RuleInstance rule =
      configured_rule("bracket_ratio", {{"brackets", ParamValue(std::string("（）【】"))}});
  EXPECT_DOUBLE_EQ(measure(rule, "（一）【二】(三)"), 4.0 / 9);
}

TEST(LineLengths, SplitAsPythonDoes) {
  EXPECT_DOUBLE_EQ(measure_by("mean_line_code_points", "一二三\r\n四五\u2028"), 8.0 / 2);
  EXPECT_EQ(measure_by("longest_line_code_points", "一二三\r\nabcdefg\u2028八"), 7);
  const RuleInstance each =
      configured_rule("mean_line_code_points", {}, {.lines = text::LineKind::kEach});
  EXPECT_DOUBLE_EQ(measure(each, "一二三\n四五\n"), 7.0 / 3);
}

TEST(CharacterEntropy, IsThatOfShannonInNats) {
  EXPECT_EQ(measure_by("character_entropy", "哈哈哈哈"), 0);
  EXPECT_DOUBLE_EQ(measure_by("character_entropy", "一二三四"), 1.38629436);
  EXPECT_NEAR(measure_by("character_entropy", "aab"),
              -(2.0 / 3 * std::log(2.0 / 3) + 1.0 / 3 * std::log(1.0 / 3)), 1e-8);
}

TEST(CharacterRepetitionRatio, CountsAsManyAsTheRootOfTheDifferentOnes) {
  const std::string ten = "0123456789";
  // 21 windows, 10 different: the root is 3, whose counts are 3, 2 and 2.
  EXPECT_DOUBLE_EQ(measure_by("character_repetition_ratio", ten + ten + ten), 7.0 / 21);
  EXPECT_EQ(measure_by("character_repetition_ratio", ten), 0);
  EXPECT_EQ(measure_by("character_repetition_ratio", "一二三"), 0);
  const RuleInstance pairs = configured_rule("character_repetition_ratio",
                                             {{"num_characters", ParamValue(std::int64_t{2})}});
  EXPECT_DOUBLE_EQ(measure(pairs, "哈哈哈好"), 2.0 / 3);
}

TEST(RepeatedWindowRatio, CountsTheLastWindow) {
  const RuleInstance pairs =
      configured_rule("repeated_window_ratio", {{"num_characters", ParamValue(std::int64_t{2})}});
  EXPECT_DOUBLE_EQ(measure(pairs, "山水山水"), 2.0 / 3);
  EXPECT_EQ(measure(pairs, "山水"), 0);
}

TEST(WordRepetitionRatio, StripsAndLowersWords) {
  const RuleInstance pairs =
      configured_rule("word_repetition_ratio", {{"num_words", ParamValue(std::int64_t{2})}},
                      {.words = text::WordKind::kStrippedLower});
  EXPECT_DOUBLE_EQ(measure(pairs, "The mill. (the MILL) turns"), 2.0 / 4);
  EXPECT_DOUBLE_EQ(measure(pairs, "上海 北京，上海 北京。"), 0);
  EXPECT_DOUBLE_EQ(measure(pairs, "上海 北京， 上海 北京。"), 2.0 / 3);
}

// RedPajama's definitions, on words as it has them.
TEST(RedPajama, CountsWordsAsItsSignalsDo) {
  const Split normalized = {.words = text::WordKind::kNormalized};
  const RuleInstance distinct = configured_rule("distinct_word_ratio", {}, normalized);
  const RuleInstance entropy = configured_rule("unigram_entropy", {}, normalized);
  const RuleInstance lorem_ipsum = configured_rule("lorem_ipsum_ratio", {}, normalized);
  const RuleInstance upper_case =
      configured_rule("upper_case_word_ratio", {}, {.words = text::WordKind::kWordPunct});
  EXPECT_DOUBLE_EQ(measure(distinct, "The mill, the river - the \"Mill\"."), 3.0 / 6);
  EXPECT_DOUBLE_EQ(measure(distinct, "你好，你好。 你好，你好。"), 1.0 / 2);
  EXPECT_NEAR(measure(entropy, "a A, b"),
              -(2.0 / 3 * std::log(2.0 / 3) + 1.0 / 3 * std::log(1.0 / 3)), 1e-8);
  // Raw words: NATO's | NATO ' s | , | I | mill | 中文 | ! — marks are words without case.
  EXPECT_DOUBLE_EQ(measure(upper_case, "NATO's, I mill 中文!"), 2.0 / 8);
  EXPECT_DOUBLE_EQ(measure(lorem_ipsum, "Lorem, ipsum - dolor"), 1.0 / 17);
  EXPECT_EQ(measure(lorem_ipsum, "lorem dolor ipsum"), 0);
}

TEST(CutWordRatio, SharesOutTheWordsBefore) {
  constexpr NewDocument kLeft = {.language = "en", .text = "three words left"};
  const RuleInstance rule = default_rule("cut_word_ratio");
  EXPECT_DOUBLE_EQ(apply_rule(rule, kLeft, 1).value, 1.0 / 4);
  EXPECT_TRUE(apply_rule(rule, kLeft).kept);
}

TEST(LineCounterCount, KnowsCountersFromSentences) {
  constexpr std::string_view kCounters[] = {
      "3 likes",       "1,024 Views",     "2.5k followers",
      "(12 comments)", "3个赞",           "128条评论",
      "阅读 2万",      "阅读量：1.2万",   "12 likes · 3 shares",
      "评论(3)",       "3 评论 | 5 收藏", "3 likes!",
      "[3 views]",     "♥3 likes",        "\"3 likes\"",
      "“３个赞”",      "１２ views…",     "👍 3\u2003likes",
      "【阅读 ２万】"};
  for (const std::string_view line : kCounters) {
    EXPECT_GT(measure_by("line_counter_count", line), 0) << line;
  }
  constexpr std::string_view kOthers[] = {
      "It has 3 likes", "3 likeable men", "3 mills",  "likes 3",      "阅读三国演义",
      "3条评论很好",    "第3条",          "2024",     "评论",         "",
      "3 shares fell",  "①3 likes",       "_3 likes", "3 likes 磨坊", "!!!"};
  for (const std::string_view line : kOthers) {
    EXPECT_EQ(measure_by("line_counter_count", line), 0) << line;
  }
}

}  // namespace
}  // namespace tamis::rules
