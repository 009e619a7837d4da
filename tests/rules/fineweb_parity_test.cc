// Do the rules of FineWeb's quality filter give the numbers of datatrove?
#include <string>

#include "tests/rules/configured_rule.h"
#include "tests/rules/golden_rules.h"

namespace tamis::rules {
namespace {

const std::string kMeasures = "/datatrove/measures/fineweb_quality/";

class FinewebParity : public GoldenRules {
 protected:
  void expect_same(std::string_view what, const RuleInstance& rule) {
    for (const GoldenDocument& document : golden_documents()) {
      const auto theirs = document.number(kMeasures + std::string(what));
      if (!theirs) continue;  // no lines
      differences_.expect_near(document, what, measure(rule, document.text), theirs);
    }
    EXPECT_GT(differences_.num_compared(), 2000);
    EXPECT_EQ(differences_.num_different(), 0) << differences_.message();
  }

  Differences differences_;
};

TEST_F(FinewebParity, Lines) { expect_same("lines_nonblank", default_rule("line_count")); }

TEST_F(FinewebParity, LinesWithEndMark) {
  expect_same("line_punct_ratio", default_rule("terminal_mark_line_ratio"));
}

TEST_F(FinewebParity, ShortLines) {
  expect_same("short_line_ratio", default_rule("short_line_ratio"));
}

TEST_F(FinewebParity, DuplicateLines) {
  expect_same("char_dup_ratio",
              configured_rule("duplicate_line_code_point_ratio", {{"over", std::string("lines")}},
                              {.lines = text::LineKind::kNonBlank}));
}

// On the reference's own words.
TEST_F(FinewebParity, LineBreaksToWords) {
  const RuleInstance rule =
      configured_rule("new_line_to_word_ratio", {}, {.words = text::WordKind::kTokens});
  for (const GoldenDocument& document : golden_documents()) {
    const auto theirs = document.number(kMeasures + "list_ratio");
    if (!document.words || !theirs) continue;
    PassageScratch scratch;
    const Passage passage(document.text, {}, scratch);
    scratch.set_words(text::WordKind::kTokens, document.word_views());
    differences_.expect_near(document, "list_ratio", rule.measure(passage), theirs);
  }
  EXPECT_GT(differences_.num_compared(), 400);
  EXPECT_EQ(differences_.num_different(), 0) << differences_.message();
}

}  // namespace
}  // namespace tamis::rules
