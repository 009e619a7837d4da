// Do the rules that C4's recipe is made of give the numbers of datatrove and Dolma?
#include <optional>
#include <string>

#include "tamis/text/utf8.h"
#include "tests/rules/configured_rule.h"
#include "tests/rules/golden_rules.h"

namespace tamis::rules {
namespace {

using text::LineKind;
using text::WordKind;

const RuleInstance& dolma_end_marks() {
  static const RuleInstance kRule = configured_rule(
      "line_terminal_mark_count", {{"marks", std::vector<std::string>{".", "?", "!", "\""}},
                                   {"ellipses", std::vector<std::string>{}}});
  return kRule;
}

const RuleInstance& dolma_line_words() {
  static const RuleInstance kRule =
      configured_rule("line_word_count", {}, {.words = WordKind::kWhiteSpace});
  return kRule;
}

std::string_view language_of(const GoldenDocument& document) {
  return document.language == "zh" ? "zh-Hans" : "en";
}

// The lines of a text that a rule finds wanting, as Dolma tags them.
struct Spans {
  std::vector<GoldenDocument::Span> spans;

  // `rule` takes a line alone, blank ones too, as the paragraph rules of a stage do not.
  Spans(const GoldenDocument& document, const RuleInstance& rule, double min) {
    std::vector<std::string_view> lines;
    text::split_lines(document.text, LineKind::kEach, lines);
    double begin = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const double end = begin + static_cast<double>(text::count_code_points(lines[i])) +
                         (i + 1 < lines.size() ? 1 : 0);
      if (measure(rule, lines[i]) < min) spans.push_back({begin, end, 1});
      begin = end;
    }
  }
};

// How many spans Dolma's tag has: one that covers the whole text is written as its score alone.
double num_spans(const GoldenDocument& document, const std::string& pointer) {
  if (const auto score = document.number(pointer)) return *score != 0 ? 1 : 0;
  return static_cast<double>(document.spans(pointer).size());
}

class C4Parity : public GoldenRules {
 protected:
  void expect_same_count(std::string_view what, const RuleInstance& rule,
                         const std::string& pointer) {
    for (const GoldenDocument& document : golden_documents()) {
      const auto theirs = document.number(pointer);
      if (!theirs) continue;
      differences_.expect_equal(document, what, measure(rule, document.text, language_of(document)),
                                *theirs);
    }
  }

  // Whether a number is above 0, against a tag that is there or not.
  void expect_same_tag(std::string_view what, const RuleInstance& rule,
                       const std::string& pointer) {
    for (const GoldenDocument& document : golden_documents()) {
      differences_.expect_equal(document, what, measure(rule, document.text) > 0 ? 1 : 0,
                                document.number(pointer).value_or(0));
    }
  }

  void expect_same_lines(std::string_view what, const RuleInstance& rule, const std::string& tag) {
    for (const GoldenDocument& document : golden_documents()) {
      const Spans ours(document, rule, rule.keep.min);
      const auto theirs = document.spans("/dolma/c4_v1/" + tag);
      const bool are_equal = theirs.empty() || theirs == ours.spans;
      differences_.expect_equal(document, what, are_equal ? 1 : 0, 1);
      for (const std::string version : {"c4_v1", "c4_v2"}) {
        differences_.expect_equal(document, what, static_cast<double>(ours.spans.size()),
                                  num_spans(document, "/dolma/" + version + "/" + tag));
      }
    }
  }

  void expect_no_difference() {
    EXPECT_GT(differences_.num_compared(), 0);
    EXPECT_EQ(differences_.num_different(), 0) << differences_.message();
  }

  Differences differences_;
};

TEST_F(C4Parity, LinesAndTheThirdLongestOne) {
  expect_same_count("lines", configured_rule("line_count", {}, {.lines = LineKind::kEach}),
                    "/datatrove/measures/c4_paragraph/lines");
  for (const GoldenDocument& document : golden_documents()) {
    // The reference gives no number where there are less than three lines.
    const auto theirs = document.number("/datatrove/measures/c4_paragraph/third_longest");
    const RuleInstance rule = default_rule("third_longest_line_code_points");
    const double ours = measure(rule, document.text);
    differences_.expect_equal(document, "third_longest", ours, theirs.value_or(0));
    const auto is_kept = document.boolean("/datatrove/filters/c4_paragraph/keep");
    if (is_kept) {
      differences_.expect_equal(document, "c4_paragraph", ours >= rule.keep.min ? 1 : 0,
                                *is_kept ? 1 : 0);
    }
  }
  expect_no_difference();
}

TEST_F(C4Parity, Sentences) {
  expect_same_count("sentences",
                    configured_rule("sentence_count", {{"sentences", std::string("tokens")}}),
                    "/datatrove/measures/sentences");
  expect_no_difference();
}

TEST_F(C4Parity, LinesThatDolmaTags) {
  expect_same_lines("end mark", dolma_end_marks(), "lines_with_no_ending_punctuation");
  expect_same_lines("words", dolma_line_words(), "lines_with_too_few_words");
  expect_same_count("lines", configured_rule("line_count", {}, {.lines = LineKind::kEach}),
                    "/dolma/c4_v1/line_count");
  expect_no_difference();
}

TEST_F(C4Parity, TextsThatDolmaTags) {
  expect_same_tag("lorem ipsum", default_rule("lorem_ipsum_count"), "/dolma/c4_v1/has_lorem_ipsum");
  expect_same_tag("lorem ipsum", default_rule("lorem_ipsum_count"), "/dolma/c4_v2/has_lorem_ipsum");
  expect_same_tag("bracket", default_rule("curly_bracket_count"), "/dolma/c4_v1/has_curly_brace");
  expect_same_tag("bracket", default_rule("curly_bracket_count"), "/dolma/c4_v2/has_curly_brace");
  expect_same_tag("javascript", default_rule("javascript_count"), "/dolma/c4_v2/has_javascript");
  expect_same_tag("javascript, a word",
                  configured_rule("javascript_count", {{"counts", std::string("words")}}),
                  "/dolma/c4_v1/has_javascript");
  expect_no_difference();
}

// Lines that are not blank, and those of them without letters, digits or anything else but marks.
TEST_F(C4Parity, ParagraphsThatDolmaTags) {
  const RuleInstance rule = default_rule("line_text_code_points");
  for (const GoldenDocument& document : golden_documents()) {
    std::vector<std::string_view> lines;
    text::split_lines(document.text, LineKind::kNonBlank, lines);
    const auto num_marks = std::ranges::count_if(
        lines, [&](std::string_view line) { return measure(rule, line) < rule.keep.min; });
    differences_.expect_equal(document, "only marks", static_cast<double>(num_marks),
                              num_spans(document, "/dolma/not_alphanum_paragraph_v1/all_punct"));
    differences_.expect_equal(
        document, "paragraphs", measure(default_rule("line_count"), document.text),
        num_spans(document, "/dolma/char_length_with_paragraphs_v1/paragraph"));
  }
  expect_no_difference();
}

}  // namespace
}  // namespace tamis::rules
