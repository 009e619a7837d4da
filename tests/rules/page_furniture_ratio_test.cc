#include <gtest/gtest.h>

#include "tests/rules/default_rule.h"

namespace tamis::rules {
namespace {

double ratio_of(std::string_view text) {
  static const RuleInstance kRule = default_rule("page_furniture_ratio");
  return measure(kRule, text, "zh-Hant");
}

TEST(PageFurnitureRatio, LeavesHeadingsAndFactsOfOneWord) {
  for (const std::string_view text :
       {"1. 注册", "2. 登录", "打印", "3D打印", "激光打印", "注册与登录", "2.1 登录/注册",
        "会议时间：5月10日", "考试时间：120分钟", "时间：公元前221年", "作者：曹雪芹（清）",
        "來源：《史記》", "关键词：机器学习", "分类：哺乳纲", "收藏", "回覆"}) {
    EXPECT_LE(ratio_of(text), 0.5) << text;
  }
}

TEST(PageFurnitureRatio, FindsPathsFromTheFrontPage) {
  for (const std::string_view text :
       {"网站首页 > 本地要闻 > 老街", "首页/本地要闻/老街", "您的位置：首页-本地要闻-老街"}) {
    EXPECT_GT(ratio_of(text), 0.5) << text;
  }
}

TEST(PageFurnitureRatio, FindsItemsBesideOthers) {
  for (const std::string_view text :
       {"登录 | 注册", "登录/注册", "打印 收藏 关闭", "举报/反馈", "作者：李四 时间：2023-05-10",
        "文：王五 图：赵六", "分享到：微信 微博 QQ空间", "來源：中央社 記者：陳某", "来源：新华网",
        "来源：人民日报"}) {
    EXPECT_GT(ratio_of(text), 0.5) << text;
  }
}

TEST(PageFurnitureRatio, FollowsTheTrailFromTheFrontPage) {
  for (const std::string_view text :
       {"您当前的位置：首页 > 新闻中心 > 行业动态", "当前位置：主页>通知公告>正文",
        "您的位置： 网站首页 >> 公司新闻 >> 详细内容", "首页 » 技术文章 » 数据库",
        "首頁 > 歷史 > 人物"}) {
    EXPECT_GT(ratio_of(text), 0.9) << text;
  }
  EXPECT_LE(ratio_of("我们当前位置：东经120度北纬30度附近的海面上"), 0.5);
}

TEST(PageFurnitureRatio, TakesPhrasesInEitherScript) {
  for (const std::string_view text : {"延伸阅读：老街", "延伸閱讀：老街", "責任編輯：陳小明",
                                      "上一篇：春天", "往期精彩回顾", "發表評論"}) {
    EXPECT_GT(ratio_of(text), 0.5) << text;
  }
  const RuleInstance rule = default_rule("page_furniture_ratio");
  EXPECT_EQ(measure(rule, "延伸閱讀：老街", "en"), 0);
}

}  // namespace
}  // namespace tamis::rules
