// Do the rules give the numbers and decisions of Data-Juicer's eight light filters?
#include <string>

#include "tests/rules/configured_rule.h"
#include "tests/rules/golden_rules.h"

namespace tamis::rules {
namespace {

class DataJuicerParity : public GoldenRules {
 protected:
  // `number` and `filter` are the names of Data-Juicer's statistic and operator.
  void expect_same(const RuleInstance& rule, const std::string& number, const std::string& filter) {
    for (const GoldenDocument& document : golden_documents()) {
      const double value = measure(rule, document.text);
      const auto theirs = document.number("/data_juicer/" + number);
      const auto keeps = document.boolean("/data_juicer/" + filter + ".keep");
      differences_.expect_near(document, number, value, theirs);
      differences_.expect_equal(document, filter, rule.keep.contains(value), keeps.value_or(false));
    }
    EXPECT_EQ(differences_.num_compared(), 2 * 2311);
    EXPECT_EQ(differences_.num_different(), 0) << differences_.message();
  }

  Differences differences_;
};

TEST_F(DataJuicerParity, Alphanumeric) {
  expect_same(default_rule("alphanumeric_ratio"), "alnum_ratio", "alphanumeric");
}

TEST_F(DataJuicerParity, AverageLineLength) {
  expect_same(default_rule("mean_line_code_points"), "avg_line_length", "average_line_length");
}

TEST_F(DataJuicerParity, MaximumLineLength) {
  expect_same(default_rule("longest_line_code_points"), "max_line_length", "maximum_line_length");
}

TEST_F(DataJuicerParity, CharacterRepetition) {
  expect_same(default_rule("character_repetition_ratio"), "char_rep_ratio", "character_repetition");
}

TEST_F(DataJuicerParity, WordRepetition) {
  expect_same(
      configured_rule("word_repetition_ratio", {}, {.words = text::WordKind::kStrippedLower}),
      "word_rep_ratio", "word_repetition");
}

TEST_F(DataJuicerParity, SpecialCharacters) {
  expect_same(default_rule("special_character_ratio"), "special_char_ratio", "special_characters");
}

TEST_F(DataJuicerParity, TextLength) {
  expect_same(default_rule("code_point_count"), "text_len", "text_length");
}

// A rule of another system with Data-Juicer's words and bounds.
TEST_F(DataJuicerParity, WordsNum) {
  RuleInstance rule = configured_rule("word_count", {}, {.words = text::WordKind::kStripped});
  rule.keep = {.min = 10};
  expect_same(rule, "num_words", "words_num");
}

}  // namespace
}  // namespace tamis::rules
