#include "tamis/rules/shared_models.h"

#include <gtest/gtest.h>

#include "tests/rules/configured_rule.h"

namespace tamis::rules {
namespace {

TEST(ShareModels, GivesRulesOfOneKindAndEqualParametersOneModel) {
  const ParamValue other_marks = std::vector<std::string>{"加盟"};
  std::vector<RuleInstance> rules = {
      default_rule("contact_mark_ratio"),
      configured_rule("contact_mark_count", {{"marks", other_marks}}),
      default_rule("contact_sentence_ratio"), default_rule("filing_mark_ratio")};
  const auto second = rules[1].model;
  const auto fourth = rules[3].model;
  EXPECT_NE(rules[0].model, rules[2].model);
  share_models(rules);
  EXPECT_EQ(rules[0].model, rules[2].model);
  EXPECT_EQ(rules[1].model, second);
  EXPECT_EQ(rules[3].model, fourth);
}

TEST(ShareModels, LeavesRulesWithoutModels) {
  std::vector<RuleInstance> rules = {default_rule("digit_ratio"), default_rule("letter_ratio")};
  share_models(rules);
  EXPECT_EQ(rules[1].model, nullptr);
}

}  // namespace
}  // namespace tamis::rules
