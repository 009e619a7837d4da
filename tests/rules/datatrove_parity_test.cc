// Do the rules on words, lines and repetition give the numbers of datatrove's Gopher filters?
//
// Word-based numbers are compared on the reference's own words, so that they stand apart from the
// splitter; what the splitter does to decisions is in tests/pipeline/gopher_recipe_test.cc.
#include <string>

#include "tests/rules/configured_rule.h"
#include "tests/rules/golden_rules.h"

namespace tamis::rules {
namespace {

using text::LineKind;
using text::WordKind;

constexpr Split kTokens = {.words = WordKind::kTokens};

class DatatroveParity : public GoldenRules {
 protected:
  // `what`: the measure's name below /datatrove/measures/.
  void expect_same_on_words(const std::string& what, const RuleInstance& rule) {
    for (const GoldenDocument& document : golden_documents()) {
      if (!document.words) continue;
      PassageScratch scratch;
      const Passage passage(document.text, {.language = document.language}, scratch);
      scratch.set_words(WordKind::kTokens, document.word_views());
      compare(document, what, rule.measure(passage));
    }
  }

  void expect_same_on_lines(const std::string& what, const RuleInstance& rule) {
    for (const GoldenDocument& document : golden_documents()) {
      compare(document, what, measure(rule, document.text, document.language));
    }
  }

  void TearDown() override {
    EXPECT_EQ(differences_.num_different(), 0) << differences_.message();
    if (IsSkipped()) return;
    EXPECT_GT(differences_.num_compared(), 150);
  }

 private:
  // Where the reference would divide by zero it has no number.
  void compare(const GoldenDocument& document, const std::string& what, double ours) {
    const auto theirs = document.number("/datatrove/measures/" + what);
    if (theirs) differences_.expect_near(document, what, ours, theirs);
  }

  Differences differences_;
};

TEST_F(DatatroveParity, WordCounts) {
  expect_same_on_words("gopher_quality/words", configured_rule("word_count", {}, kTokens));
  expect_same_on_words(
      "gopher_quality/non_symbol_words",
      configured_rule("word_count", {{"counts", std::string("non_symbol")}}, kTokens));
}

TEST_F(DatatroveParity, WordLengths) {
  expect_same_on_words(
      "gopher_quality/avg_word_length",
      configured_rule("mean_word_code_points", {{"counts", std::string("non_symbol")}}, kTokens));
}

TEST_F(DatatroveParity, Symbols) {
  expect_same_on_words("gopher_quality/hash_ratio",
                       configured_rule("hash_to_word_ratio", {}, kTokens));
  expect_same_on_words(
      "gopher_quality/ellipsis_ratio",
      configured_rule("ellipsis_to_word_ratio", {{"joins_ellipses", false}}, kTokens));
}

TEST_F(DatatroveParity, AlphabeticWords) {
  expect_same_on_words("gopher_quality/alpha_words_ratio",
                       configured_rule("alphabetic_word_ratio", {}, kTokens));
}

TEST_F(DatatroveParity, StopWords) {
  expect_same_on_words("gopher_quality/stop_words",
                       configured_rule("stop_word_count", {}, kTokens));
}

TEST_F(DatatroveParity, ChineseStopWords) {
  expect_same_on_words("gopher_quality/stop_words_cmn",
                       configured_rule("chinese_stop_word_count", {}, kTokens));
}

TEST_F(DatatroveParity, LinesAndParagraphs) {
  const auto expect_same = [this](const char* measure, LineKind kind) {
    expect_same_on_lines(measure, configured_rule("line_count", {}, {.lines = kind}));
  };
  expect_same("gopher_quality/lines_splitlines", LineKind::kPython);
  expect_same("gopher_repetition/lines_nl", LineKind::kRuns);
  expect_same("gopher_repetition/paragraphs", LineKind::kParagraphs);
}

TEST_F(DatatroveParity, BulletsAndEllipsesOfLines) {
  constexpr Split kLines = {.lines = LineKind::kPython};
  expect_same_on_lines("gopher_quality/bullet_lines_ratio",
                       configured_rule("bullet_line_ratio",
                                       {{"bullets", std::vector<std::string>{"•", "-"}}}, kLines));
  expect_same_on_lines("gopher_quality/ellipsis_lines_ratio",
                       configured_rule("ellipsis_line_ratio",
                                       {{"marks", std::vector<std::string>{"...", "…"}}}, kLines));
}

TEST_F(DatatroveParity, DuplicateLines) {
  constexpr Split kLines = {.lines = LineKind::kRuns};
  expect_same_on_lines("gopher_repetition/dup_line_frac",
                       configured_rule("duplicate_line_ratio", {}, kLines));
  expect_same_on_lines("gopher_repetition/dup_line_char_frac",
                       configured_rule("duplicate_line_code_point_ratio", {}, kLines));
}

TEST_F(DatatroveParity, DuplicateParagraphs) {
  expect_same_on_lines("gopher_repetition/dup_para_frac",
                       default_rule("duplicate_paragraph_ratio"));
  expect_same_on_lines("gopher_repetition/dup_para_char_frac",
                       default_rule("duplicate_paragraph_code_point_ratio"));
}

TEST_F(DatatroveParity, TopNgrams) {
  for (const std::int64_t num_words : {2, 3, 4}) {
    expect_same_on_words("gopher_repetition/top_" + std::to_string(num_words) + "_gram",
                         configured_rule("top_ngram_code_point_ratio",
                                         {{"num_words", num_words},
                                          {"ties", std::string("first")},
                                          {"counts_spaces", true},
                                          {"counts_single", true}},
                                         kTokens));
  }
}

TEST_F(DatatroveParity, DuplicateNgrams) {
  for (const std::int64_t num_words : {5, 6, 7, 8, 9, 10}) {
    expect_same_on_words(
        "gopher_repetition/duplicated_" + std::to_string(num_words) + "_n_grams",
        configured_rule("duplicate_ngram_code_point_ratio",
                        {{"num_words", num_words}, {"counting", std::string("skipped")}}, kTokens));
  }
}

}  // namespace
}  // namespace tamis::rules
