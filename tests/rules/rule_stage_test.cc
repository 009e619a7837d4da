#include "tamis/rules/rule_stage.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/rules/default_rule.h"
#include "tests/rules/mark_rule.h"

namespace tamis::rules {
namespace {

constexpr CauseId kFirst = kFirstStepCause;
constexpr CauseId kSecond = kFirstStepCause + 1;

// A batch of `texts` behind a stage of `rules`.
struct StageRun {
  Batch batch;

  StageRun(std::vector<RuleInstance> rules, Action action,
           std::initializer_list<std::string_view> texts) {
    batch.signals.resize(static_cast<SignalIndex>(rules.size()));
    for (const std::string_view text : texts) batch.append({.language = "zh", .text = text});
    const RuleStage stage(std::move(rules), action);
    const auto scratch = stage.make_scratch();
    stage.process(batch, scratch.get());
  }

  // By all piecewise rules.
  std::int64_t num_measured_pieces() const {
    std::int64_t num_pieces = 0;
    for (CauseId cause = 0; cause < batch.unit_histograms.num_causes(); ++cause) {
      num_pieces += batch.unit_histograms[cause].total();
    }
    return num_pieces;
  }
};

TEST(RuleStage, DropsWithTheNumberAndTheBoundItPassed) {
  RuleInstance rule = mark_rule<'@', Level::kDocument>(kSecond, 0, 2);
  rule.keep.min = 1;
  const StageRun run({rule}, Action::kDrop, {"@", "无", "@@", "@@@"});
  EXPECT_EQ(run.batch.selected, (std::vector<RowIndex>{0, 2}));
  ASSERT_EQ(run.batch.dropped.size(), 2u);
  EXPECT_EQ(run.batch.dropped[0].row, 1u);
  EXPECT_EQ(run.batch.dropped[0].cause, kSecond);
  EXPECT_EQ(run.batch.dropped[0].value, 0);
  EXPECT_EQ(run.batch.dropped[0].bound, 1);
  EXPECT_EQ(run.batch.dropped[1].value, 3);
  EXPECT_EQ(run.batch.dropped[1].bound, 2);
}

TEST(RuleStage, ShowsADroppedDocumentToNoLaterRule) {
  const StageRun run(
      {mark_rule<'@', Level::kDocument>(kFirst, 0), mark_rule<'#', Level::kDocument>(kSecond, 1)},
      Action::kDrop, {"@#"});
  ASSERT_EQ(run.batch.dropped.size(), 1u);
  EXPECT_EQ(run.batch.dropped[0].cause, kFirst);
  EXPECT_EQ(run.batch.signals.at(0, 0), 1);
  EXPECT_TRUE(std::isnan(run.batch.signals.at(1, 0)));
}

TEST(RuleStage, AppliesDocumentRulesBeforeTheOthers) {
  const StageRun run(
      {mark_rule<'@', Level::kClause>(kFirst, 0), mark_rule<'@', Level::kDocument>(kSecond, 1)},
      Action::kDrop, {"好吃，加@。"});
  ASSERT_EQ(run.batch.dropped.size(), 1u);
  EXPECT_EQ(run.batch.dropped[0].cause, kSecond);
  EXPECT_EQ(run.batch.text[0], "好吃，加@。");
}

TEST(RuleStage, CutsPiecesAndKeepsReceipts) {
  const StageRun run({mark_rule<'@', Level::kClause>(kFirst, 0)}, Action::kDrop,
                     {"好吃，加@@。A view."});
  EXPECT_EQ(run.batch.text[0], "好吃。A view.");
  EXPECT_EQ(run.batch.code_points[0], 10);
  ASSERT_EQ(run.batch.cuts.size(), 1u);
  EXPECT_EQ(run.batch.cuts[0].cause, kFirst);
  EXPECT_EQ(run.batch.cuts[0].text, "加@@");
  EXPECT_EQ(run.batch.cuts[0].value, 2);
  EXPECT_EQ(run.batch.signals.at(0, 0), 1);
  EXPECT_EQ(run.num_measured_pieces(), 3);
}

TEST(RuleStage, DropsADocumentOfWhichNothingIsLeft) {
  const StageRun run(
      {mark_rule<'@', Level::kParagraph>(kFirst, 0), mark_rule<'#', Level::kSentence>(kSecond, 1)},
      Action::kDrop, {"@@一\n \n#二。", "#一。\n三。"});
  EXPECT_EQ(run.batch.selected, (std::vector<RowIndex>{1}));
  ASSERT_EQ(run.batch.dropped.size(), 1u);
  EXPECT_EQ(run.batch.dropped[0].cause, kSecond);
  EXPECT_EQ(run.batch.dropped[0].value, 1);
  EXPECT_EQ(run.batch.dropped[0].bound, 0);
}

// Else its text would be nowhere: neither cut from what is kept, nor with what was dropped.
TEST(RuleStage, DropsADocumentOfCutsAloneWithItsText) {
  const StageRun run({mark_rule<'@', Level::kParagraph>(kFirst, 0)}, Action::kDrop,
                     {"@一。\n@two."});
  EXPECT_TRUE(run.batch.selected.empty());
  EXPECT_EQ(run.batch.text[0], "@一。\n@two.");
  EXPECT_EQ(run.batch.code_points[0], 9);
  ASSERT_EQ(run.batch.cuts.size(), 2u);
  ASSERT_EQ(run.batch.edits.size(), 2u);
  for (std::size_t index = 0; index < 2; ++index)  // what a cut takes, an edit gives back
    EXPECT_EQ(run.batch.edits[index].bytes, -std::ssize(run.batch.cuts[index].text));
  EXPECT_EQ(run.batch.signals.at(0, 0), 2);
}

TEST(RuleStage, MeasuresAndChangesNothing) {
  const StageRun run(
      {mark_rule<'@', Level::kDocument>(kFirst, 0), mark_rule<'#', Level::kDocument>(kSecond, 1),
       mark_rule<'@', Level::kClause>(kFirst + 2, 2)},
      Action::kMeasure, {"@#，@二。"});
  EXPECT_EQ(run.batch.selected, (std::vector<RowIndex>{0}));
  EXPECT_TRUE(run.batch.dropped.empty());
  EXPECT_TRUE(run.batch.cuts.empty());
  EXPECT_EQ(run.batch.text[0], "@#，@二。");
  EXPECT_EQ(run.batch.signals.at(0, 0), 2);
  EXPECT_EQ(run.batch.signals.at(1, 0), 1);
  EXPECT_EQ(run.num_measured_pieces(), 2);
}

TEST(RuleStage, MeasuresEachPiecewiseRuleByItself) {
  const StageRun run(
      {mark_rule<'@', Level::kParagraph>(kFirst, 0), mark_rule<'#', Level::kParagraph>(kSecond, 1),
       mark_rule<'#', Level::kSentence>(kFirst + 2, 2)},
      Action::kMeasure, {"@#一。二。\n三。"});
  EXPECT_EQ(run.batch.signals.at(0, 0), 1);
  EXPECT_EQ(run.batch.signals.at(1, 0), 1);
  EXPECT_EQ(run.batch.signals.at(2, 0), 1);
  EXPECT_EQ(run.num_measured_pieces(), 7);
}

TEST(RuleStage, TreatsADocumentAloneAsAmongOthers) {
  const auto rules = [] {
    return std::vector<RuleInstance>{mark_rule<'@', Level::kClause>(kFirst, 0)};
  };
  const StageRun together(rules(), Action::kDrop, {"一，@二。", "@", "三，四@。"});
  const StageRun alone(rules(), Action::kDrop, {"三，四@。"});
  EXPECT_EQ(together.batch.text[2], alone.batch.text[0]);
  EXPECT_EQ(together.batch.signals.at(0, 2), alone.batch.signals.at(0, 0));
}

// A text too long to be a notice may hold a line that is one.
TEST(RuleStage, LooksIntoAWholeThatMeasuresNothing) {
  const std::string story(400, 'a');
  const std::string text = story + "\nPlease enable JavaScript.\n" + story;
  const RuleInstance rule = default_rule("javascript_notice_count");
  EXPECT_EQ(measure(rule, text), 0);
  EXPECT_EQ(apply_rule(rule, {.language = "en", .text = text}).left, story + "\n" + story);
}

TEST(LevelName, IsTheRecipesWord) {
  EXPECT_EQ(level_name(Level::kDocument), "document");
  EXPECT_EQ(level_name(Level::kParagraph), "paragraph");
  EXPECT_EQ(level_name(Level::kSentence), "sentence");
  EXPECT_EQ(level_name(Level::kClause), "clause");
}

}  // namespace
}  // namespace tamis::rules
