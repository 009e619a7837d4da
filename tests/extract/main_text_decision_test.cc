#include "tamis/extract/main_text_decision.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <span>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

constexpr std::string_view kArticle =
    "<article><h1>Rivers</h1><p>The river rose by three metres on Monday, and the people left "
    "their homes.</p>"
    "<p>It was the highest water in forty years, said the mayor, who had asked for help "
    "early.</p></article>";
constexpr std::string_view kComments =
    "<div class=comments><h3>Comments</h3><ul><li>We saw the same thing here.</ul></div>";

Decision decide(std::string_view html, const Options& options = {}) {
  Decision decision;
  decide_main_text(read_blocks(html), options, decision);
  return decision;
}

TEST(DecideMainText, DecidesOfEveryBlock) {
  const Decision decision = decide(kArticle);
  EXPECT_EQ(decision.scores.size(), 3U);
  EXPECT_EQ(decision.is_kept, std::vector<std::uint8_t>({decision.is_kept[0], 1, 1}));
  EXPECT_TRUE(decide("").is_kept.empty());
}

TEST(DecideMainText, IsStricterOnPagesThatAreSure) {
  std::string shop = "<nav><a href=/>Home</a> <a href=/s>Shoes</a></nav>";
  for (int i = 0; i < 12; ++i)
    shop += "<div class=product><a href=x><h3>Red shoes</h3></a><p>Leather, $40</p></div>";
  EXPECT_GT(decide(kArticle).bound, decide(shop).bound);
}

TEST(DecideMainText, KeepsNothingWhereNothingIsLikely) {
  for (const std::string link :
       {"<li><a href=x>Home and garden</a>", "<li><a href=x>家居园艺</a>"}) {
    std::string html;
    for (int i = 0; i < 30; ++i) html += link;
    EXPECT_GE(decide(html).bound, 0);
    EXPECT_LT(decide(html, {.favour = "recall"}).bound, 0);
    EXPECT_EQ(decide(html).is_kept, std::vector<std::uint8_t>(30, 0)) << html;
  }
}

TEST(DecideMainText, KeepsTheTextOfShortPages) {
  for (const std::string_view html : {"<p>Hello world", "<div>This is all.</div>", "<p>你好"})
    EXPECT_EQ(decide(html).is_kept, std::vector<std::uint8_t>({1})) << html;
  EXPECT_EQ(decide("<a href=x>Home</a>").is_kept, std::vector<std::uint8_t>({0}));
}

// By itself the heading would be below the bound.
TEST(DecideMainText, KeepsHeadingsWithTheirTexts) {
  const std::string article(kArticle.substr(0, kArticle.rfind("</article>")));
  const std::string text = "<p>The river rose by three metres on Tuesday, and they came back.</p>";
  const auto is_heading_kept = [&](std::string_view behind) {
    return decide(article + "<h4>Share</h4>" + std::string(behind), {.favour = "precision"})
        .is_kept[3];
  };
  EXPECT_EQ(is_heading_kept(text + text), 1);
  EXPECT_EQ(is_heading_kept("<a href=x>Share</a>" + text), 0);
}

// A list of a thousand links would pass for the core of a page of short lines.
TEST(DecideMainText, DropsWhatHtmlCallsNoMainText) {
  constexpr std::pair<std::string_view, std::string_view> kThings[] = {
      {"river", "河水"},   {"bridge", "老桥"}, {"lamp", "街灯"},   {"rain", "夜雨"},
      {"wind", "晚风"},    {"ferry", "渡船"},  {"letter", "旧信"}, {"window", "纸窗"},
      {"snow", "初雪"},    {"song", "山歌"},   {"road", "长路"},   {"moon", "月光"},
      {"mill", "磨坊"},    {"train", "火车"},  {"garden", "菜园"}, {"bell", "钟声"},
      {"harbour", "码头"}, {"kite", "风筝"},   {"stove", "炉火"},  {"stair", "楼梯"}};
  std::string lines;
  std::string labels;
  for (const auto& [english, chinese] : kThings)
    lines += fmt::format("<div>爱 逝去的{} 讨不回来</div><div>Love that the {} took</div>", chinese,
                         english);
  for (int i = 0; i < 1000; ++i) labels += "<li><a href=x>Adrian Chen Yu Xian</a> (1)";
  const std::string page = "<h1>Lyrics</h1><div class=post-body>" + lines + "</div>";
  for (const std::string_view element : {"aside", "nav", "footer"}) {
    const std::string html =
        fmt::format("{}<{} class=sidebar><ul>{}</ul></{}>", page, element, labels, element);
    const Decision decision = decide(html);
    EXPECT_EQ(std::ranges::count(std::span(decision.is_kept).last(1000), 1), 0) << element;
    EXPECT_GT(std::ranges::count(decision.is_kept, 1), 30) << element;
  }
}

TEST(DecideMainText, DropsNotesOnScriptsUnlessNothingElseIsThere) {
  for (const std::string_view note :
       {"You must have JavaScript enabled in your browser to use the functions of this website.",
        "您的浏览器不支持 JavaScript，请开启后刷新本页。"}) {
    const std::string noscript = fmt::format("<noscript><p>{}</p></noscript>", note);
    EXPECT_EQ(decide(noscript + std::string(kArticle)).is_kept.front(), 0) << note;
    EXPECT_EQ(decide(noscript).is_kept, std::vector<std::uint8_t>({1})) << note;
  }
  const std::string code =
      "<noscript><p>The river in JavaScript, they said, rose by three metres on Tuesday, and the "
      "people of the town came back to their homes.</p></noscript>";
  EXPECT_EQ(decide(std::string(kArticle) + code).is_kept.back(), 1);
  const std::string text =
      "<noscript><p>The river rose by three metres on Tuesday, and the people "
      "of the town came back to their homes.</p></noscript>";
  EXPECT_EQ(decide(std::string(kArticle) + text).is_kept.back(), 1);
}

TEST(DecideMainText, KeepsWhatAnElementHoldsThatWasNeverClosed) {
  for (const std::string_view element : {"nav", "footer"}) {
    const Decision decision = decide(fmt::format("<{}>{}", element, kArticle));
    EXPECT_EQ(std::ranges::count(decision.is_kept, 1), 3) << element;
  }
  const std::string quoted =
      std::string(kArticle.substr(0, kArticle.rfind("</article>"))) +
      "<blockquote><footer><p>It rained for a week, and then it rained for another, and we "
      "left.</p>"
      "<p>So said the mayor of the town on Monday, when the water had gone, and nobody who had "
      "been there will forget what she said of the bridge.</p></footer></blockquote></article>";
  EXPECT_EQ(decide(quoted).is_kept.back(), 1);
}

TEST(DecideMainText, MovesItsBoundByFavour) {
  const std::int32_t balanced = decide(kArticle).bound;
  EXPECT_GT(decide(kArticle, {.favour = "precision"}).bound, balanced);
  EXPECT_LT(decide(kArticle, {.favour = "recall"}).bound, balanced);
}

TEST(DecideMainText, KeepsCommentsIfAsked) {
  const std::string html = std::string(kArticle) + std::string(kComments);
  EXPECT_EQ(decide(html).is_kept.back(), 0);
  EXPECT_EQ(decide(html, {.keeps_comments = true}).is_kept.back(), 1);
}

TEST(DecideMainText, DecidesRowsOfDataAsAWhole) {
  const Decision decision =
      decide("<table><tr><td>Monday<td>The water rose, and it fell.<tr><td>1<td>2</table>");
  ASSERT_EQ(decision.scores.size(), 4U);
  EXPECT_EQ(decision.scores[0], decision.scores[1]);
  EXPECT_EQ(decision.scores[2], decision.scores[3]);
}

}  // namespace
}  // namespace tamis::extract
