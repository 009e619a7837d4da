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

TEST(ChineseSentenceCount, KnowsTheFullStopsOfManuals) {
  EXPECT_EQ(count("打印版本信息并退出. 从标准输入读取文件."), 2);
  EXPECT_EQ(count("打印版本信息并退出｡从标准输入读取文件｡"), 2);
  EXPECT_EQ(count("从标准输入读取文件 (参见 tar 手册.)\n他回答说：\"还要再等一会儿.\""), 2);
}

TEST(ChineseSentenceCount, TakesNoNumberOrNameForAnEnd) {
  EXPECT_EQ(count("圆周率大约等于 3.14 左右\n安装说明见 readme.txt 文件"), 0);
  EXPECT_EQ(count("软件安装说明 1.\n软件升级说明 2."), 0);
  EXPECT_EQ(count("本站今日要闻一览...\n本站昨日要闻一览.."), 0);
}

TEST(ChineseSentenceCount, LeavesOutHeadlinesAndFragments) {
  EXPECT_EQ(count("首页\n新闻中心\n今日要闻一览"), 0);
  EXPECT_EQ(count("好。是的。嗯嗯。"), 0);
  EXPECT_EQ(count("This is an English sentence. So is this!"), 0);
}

}  // namespace
}  // namespace tamis::rules
