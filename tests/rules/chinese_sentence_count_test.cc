#include <gtest/gtest.h>

#include "tests/rules/default_rule.h"

namespace tamis::rules {
namespace {

double count(std::string_view text) {
  return measure(default_rule("chinese_sentence_count"), text, "zh");
}

TEST(ChineseSentenceCount, CountsEndedSentences) {
  EXPECT_EQ(count("今天天气很好。我们去公园散步！你也一起来吧？"), 3);
  EXPECT_EQ(count("他说：“今天天气很好。”我们去公园散步……"), 2);
  EXPECT_EQ(count("今天天气很好!我们去公园散步?"), 2);
  EXPECT_EQ(count(""), 0);
}

TEST(ChineseSentenceCount, LooksPastWhiteSpace) {
  EXPECT_EQ(count("今天天气很好。 我们去公园散步。　\r\n　　大家都很高兴。 \n"), 3);
}

TEST(ChineseSentenceCount, LeavesOutHeadlinesAndFragments) {
  EXPECT_EQ(count("首页\n新闻中心\n今日要闻一览"), 0);
  EXPECT_EQ(count("好。是的。嗯嗯。"), 0);
  EXPECT_EQ(count("This is an English sentence. So is this!"), 0);
}

}  // namespace
}  // namespace tamis::rules
