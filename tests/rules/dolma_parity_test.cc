// Do the rules on words, lines and repetition give the numbers of Dolma's Gopher taggers?
#include <string>

#include "tests/rules/configured_rule.h"
#include "tests/rules/golden_rules.h"

namespace tamis::rules {
namespace {

using text::LineKind;
using text::WordKind;

constexpr Split kWords = {.words = WordKind::kWhiteSpace};

// The tagger's second version differs in its lines: it splits at runs of line breaks.
struct Tagger {
  const char* name;
  LineKind lines;
};
constexpr Tagger kTaggers[] = {{"gopher_v1", LineKind::kEach}, {"gopher_v2", LineKind::kRuns}};

class DolmaParity : public GoldenRules {
 protected:
  void expect_same(const std::string& pointer, const RuleInstance& rule) {
    for (const GoldenDocument& document : golden_documents()) {
      const auto theirs = document.number("/dolma/" + pointer);
      if (!theirs) continue;
      differences_.expect_near(document, pointer, measure(rule, document.text, document.language),
                               theirs);
    }
  }

  void expect_same_in_both(const std::string& what, const RuleInstance& rule) {
    for (const Tagger& tagger : kTaggers) expect_same(tagger.name + ("/" + what), rule);
  }

  void TearDown() override {
    EXPECT_EQ(differences_.num_different(), 0) << differences_.message();
    if (IsSkipped()) return;
    EXPECT_TRUE(differences_.num_compared() == 0 || differences_.num_compared() > 2300);
  }

  Differences differences_;
};

TEST_F(DolmaParity, WordsAndTheirLengths) {
  expect_same_in_both("word_count", configured_rule("word_count", {}, kWords));
  expect_same_in_both("median_word_length", configured_rule("median_word_code_points", {}, kWords));
}

TEST_F(DolmaParity, KindsOfWords) {
  expect_same_in_both("symbol_to_word_ratio", default_rule("symbol_word_ratio"));
  expect_same_in_both("fraction_of_words_with_alpha_character",
                      configured_rule("alphabetic_word_ratio", {}, kWords));
  expect_same_in_both(
      "required_word_count",
      configured_rule("stop_word_count", {{"counting", std::string("occurrences")}}, kWords));
}

TEST_F(DolmaParity, BulletsAndEllipsesOfLines) {
  for (const Tagger& tagger : kTaggers) {
    const Split lines = {.lines = tagger.lines};
    const std::string name = tagger.name;
    expect_same(name + "/fraction_of_lines_starting_with_bullet_point",
                configured_rule("bullet_line_ratio",
                                {{"bullets", std::vector<std::string>{"*", "-"}},
                                 {"trim", std::string("none")}},
                                lines));
    expect_same(
        name + "/fraction_of_lines_ending_with_ellipsis",
        configured_rule("ellipsis_line_ratio",
                        {{"marks", std::vector<std::string>{"…"}}, {"trim", std::string("none")}},
                        lines));
  }
}

TEST_F(DolmaParity, DuplicateLines) {
  for (const Tagger& tagger : kTaggers) {
    const Split lines = {.lines = tagger.lines};
    const std::string name = tagger.name;
    expect_same(
        name + "/fraction_of_duplicate_lines",
        configured_rule("duplicate_line_ratio", {{"occurrences", std::string("all")}}, lines));
    expect_same(name + "/fraction_of_characters_in_duplicate_lines",
                configured_rule(
                    "duplicate_line_code_point_ratio",
                    {{"occurrences", std::string("all")}, {"over", std::string("words")}}, lines));
  }
}

TEST_F(DolmaParity, TopNgrams) {
  for (const std::int64_t num_words : {2, 3, 4}) {
    expect_same_in_both(
        "fraction_of_characters_in_most_common_" + std::to_string(num_words) + "grams",
        configured_rule("top_ngram_code_point_ratio",
                        {{"num_words", num_words},
                         {"ties", std::string("first")},
                         {"counts_single", true},
                         {"over", std::string("words")}},
                        kWords));
  }
}

TEST_F(DolmaParity, DuplicateNgrams) {
  for (const std::int64_t num_words : {5, 6, 7, 8, 9, 10}) {
    expect_same_in_both(
        "fraction_of_characters_in_duplicate_" + std::to_string(num_words) + "grams",
        configured_rule("duplicate_ngram_code_point_ratio",
                        {{"num_words", num_words}, {"counting", std::string("occurrences")}},
                        kWords));
  }
}

// The tagger counts the pieces between the matches of \w+|[^\w\s]+, one more than there are. Its
// \w is that of Python's package regex, which is Unicode's.
TEST_F(DolmaParity, PiecesBetweenWords) {
  const RuleInstance rule =
      configured_rule("word_count", {}, {.words = WordKind::kUnicodeWordPunct});
  for (const GoldenDocument& document : golden_documents()) {
    differences_.expect_near(document, "pieces", measure(rule, document.text) + 1,
                             document.number("/dolma/whitespace_tokenizer_v1/length"));
  }
}

TEST_F(DolmaParity, CodePoints) {
  for (const GoldenDocument& document : golden_documents()) {
    PassageScratch scratch;
    const Passage passage(document.text, {}, scratch);
    for (const char* tagger :
         {"char_length_v1/length", "gopher_v1/character_count", "gopher_v2/character_count"}) {
      differences_.expect_near(document, tagger, static_cast<double>(passage.num_code_points()),
                               document.number(std::string("/dolma/") + tagger));
    }
  }
}

}  // namespace
}  // namespace tamis::rules
