// Rules that know Chinese phrases know them in both scripts.
#include <gtest/gtest.h>

#include "tests/rules/default_rule.h"

namespace tamis::rules {
namespace {

double measured(std::string_view rule, std::string_view text) {
  return measure(default_rule(rule), text, "zh-Hant");
}

TEST(TraditionalText, IsSearchedForContacts) {
  const RuleInstance rule = default_rule("contact_mark_count");
  for (const std::string_view text :
       {"請加老師微信", "掃碼進群領紅包", "聯繫線上客服", "長按識別下方二維碼", "關注公號",
        "限時秒殺僅需9.9元", "代開發票", "客服熱線 1234 5678", "加賴：abc1234 領取優惠",
        "IG搜尋：beauty_shop01", "輸入折扣碼SAVE20享九折", "點我加入會員領取折價券",
        "歡迎WhatsApp查詢 9123 4567"}) {
    EXPECT_GE(measure(rule, text, "zh-Hant"), 1) << text;
  }
  for (const std::string_view text :
       {"折扣是商家吸引顧客的方法之一", "很多會員住在鄉下", "警方提醒，所謂掃碼領紅包多半是騙局",
        "她在圖書館裡搜尋祖父的名字"}) {
    EXPECT_EQ(measure(rule, text, "zh-Hant"), 0) << text;
  }
}

TEST(TraditionalText, ScoresAsSimplifiedTextDoes) {
  for (const std::string_view rule : {"advertising_sentence_score", "advertising_clause_score"}) {
    const double simplified = measured(rule, "贴心的服务让您的家焕然一新，买得放心，用得安心！");
    EXPECT_GT(simplified, 1) << rule;
    EXPECT_EQ(measured(rule, "貼心的服務讓您的家煥然一新，買得放心，用得安心！"), simplified)
        << rule;
  }
}

TEST(TraditionalText, HoldsFilingsAndCounters) {
  EXPECT_GT(measured("filing_mark_ratio", "未經授權禁止轉載，違者必究"), 0.2);
  EXPECT_EQ(measured("line_counter_count", "閱讀 10萬+  點贊 2356"), 2);
}

TEST(TraditionalText, IsNotSearchedIfItsTagSaysSimplified) {
  EXPECT_EQ(measure(default_rule("filing_mark_ratio"), "禁止轉載", "zh-Hans"), 0);
  EXPECT_EQ(measure(default_rule("filing_mark_ratio"), "禁止转载", "zh-Hans"), 1);
}

// What is cut, and what is left, is the text as it was written.
TEST(TraditionalText, StaysAsItWasWritten) {
  EXPECT_EQ(apply_rule(default_rule("contact_mark_count"),
                       {.language = "zh-Hant",
                        .text = "這道菜做法簡單，想學更多請加微信abc12345，湯頭濃郁。"})
                .left,
            "這道菜做法簡單，湯頭濃郁。");
}

}  // namespace
}  // namespace tamis::rules
