#include <gtest/gtest.h>

#include "tests/rules/default_rule.h"

namespace tamis::rules {
namespace {

double ratio_of(std::string_view text) {
  return measure(default_rule("boilerplate_phrase_ratio"), text);
}

TEST(BoilerplatePhraseRatio, CountsCodePointsInsidePhrases) {
  EXPECT_DOUBLE_EQ(ratio_of("版权所有，张三"), 4.0 / 7);
  EXPECT_DOUBLE_EQ(ratio_of("privacy policy"), 1);
  EXPECT_DOUBLE_EQ(ratio_of("Privacy Policy | Terms Of Use"), 26.0 / 29);
  EXPECT_DOUBLE_EQ(ratio_of(""), 0);
}

TEST(BoilerplatePhraseRatio, TakesWholeWordsOnly) {
  EXPECT_EQ(ratio_of("he focuses cookies"), 0);
  EXPECT_EQ(ratio_of("reuse cookiest"), 0);
}

TEST(BoilerplatePhraseRatio, CutsTheLineAndKeepsTheArticle) {
  const RuleInstance rule = default_rule("boilerplate_phrase_ratio");
  EXPECT_EQ(
      apply_rule(
          rule,
          {.language = "zh",
           .text = "法院认为，该公司在没有通知用户的情况下修改了隐私政策，应当承担相应的法律责任，"
                   "并在三十日内向全体用户书面道歉。\n版权所有 京ICP备10000000号\n"})
          .left,
      "法院认为，该公司在没有通知用户的情况下修改了隐私政策，应当承担相应的法律责任，"
      "并在三十日内向全体用户书面道歉。\n");
}

TEST(BoilerplatePhraseRatio, IsZeroOfSentencesThatSpeakOfPolicies) {
  for (const std::string_view text :
       {"Google changed its privacy policy in 2012.",
        "Under the terms of service, users must be at least 13 years old.",
        "The use of cookies is regulated by the ePrivacy Directive.",
        "主管部门要求各应用商店公示企业的隐私政策。", "该平台于2019年修改了用户协议！"}) {
    EXPECT_EQ(ratio_of(text), 0) << text;
  }
  for (const std::string_view text :
       {"This website uses cookies.", "Please read our privacy policy before the next page.",
        "By using this site you accept the terms of use and more.",
        "Copyright 2012. All rights reserved.", "Terms of use. Privacy policy. Cookie policy.",
        "Privacy policy of the old mill", "注册即表示您同意用户协议和隐私政策。",
        "本站的隐私政策于2019年修改。", "未经许可不得转载本报的文章。"}) {
    EXPECT_GT(ratio_of(text), 0.1) << text;
  }
}

}  // namespace
}  // namespace tamis::rules
