#include "tamis/extract/main_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace tamis::extract {
namespace {

constexpr std::string_view kEnglish =
    R"(<html lang=en><head><title>The river rises - Daily</title></head><body>
<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a><li><a href=/s>Sports</a></ul></nav>
<div class=cookie-banner><p>We use cookies to make this site better. <a href=/c>Accept</a></p></div>
<article><h1>The river rises</h1><div class=byline>By A. Writer</div>
<p>The river rose by three metres on Monday, and the people of the valley left their homes for the hills.</p>
<p>It was the highest water in forty years, said the mayor, who had asked for help early in the morning.</p>
<h2>What comes next</h2>
<p>Rain is expected until Friday. The bridges stay closed, and the trains do not run to the coast.</p>
<p>Nobody was hurt, and the water should fall again by the end of the week, the weather service said.</p></article>
<div class="share-buttons"><a href=x>Share on X</a> <a href=y>Email</a></div>
<div class="related-posts"><h3>Related</h3><ul><li><a href=1>Another story about a lake</a><li><a href=2>Ten boats</a></ul></div>
<footer><p>Copyright 2023 Daily. All rights reserved. <a href=p>Privacy policy</a></p></footer></body></html>)";

constexpr std::string_view kChinese =
    R"(<html lang=zh-CN><head><title>长江水位上涨三米_某某网</title></head><body>
<div class=daohang><a href=/>首页</a> <a href=/n>新闻</a> <a href=/t>体育</a></div>
<div class=content><h1>长江水位上涨三米</h1><div class=info>2023-05-01 12:30 来源：某某网</div>
<p>　　周一，长江水位上涨了三米，沿岸的居民纷纷离开家园，前往附近的高地，当地政府已经开放了多处临时住所。</p>
<p>　　当地负责人说，这是四十年来的最高水位，他们从清晨开始就在组织人员转移，目前没有人员伤亡的报告。</p>
<p>　　气象部门预计，降雨将持续到周五，届时水位会逐渐回落，铁路和公路的交通也会在下周恢复正常。</p></div>
<div class=xiangguan><h3>相关阅读</h3><ul><li><a href=1>湖边的故事</a><li><a href=2>十条船</a></ul></div>
<div class=footer>版权所有 某某网 京ICP备123号</div></body></html>)";

Page extract(std::string_view html, const Options& options = {}) {
  Workspace workspace;
  Page page;
  extract_page(html, "", options, workspace, page);
  return page;
}

bool has(const Page& page, std::string_view text) {
  return page.text.find(text) != std::string::npos;
}

TEST(ExtractPage, KeepsTheArticleAndNothingElse) {
  const Page page = extract(kEnglish);
  for (const std::string_view text :
       {"The river rose by", "highest water", "What comes next", "Nobody was hurt"}) {
    EXPECT_TRUE(has(page, text)) << text;
  }
  for (const std::string_view text : {"Sports", "cookies", "Share on", "Ten boats", "All rights"}) {
    EXPECT_FALSE(has(page, text)) << text;
  }
  EXPECT_EQ(page.title, "The river rises");
  EXPECT_EQ(page.language, "en");
}

TEST(ExtractPage, KeepsTheChineseArticleAndNothingElse) {
  const Page page = extract(kChinese);
  for (const std::string_view text : {"周一，长江水位", "最高水位", "气象部门预计"})
    EXPECT_TRUE(has(page, text)) << text;
  for (const std::string_view text : {"体育", "十条船", "版权所有", "　　"})
    EXPECT_FALSE(has(page, text)) << text;
  EXPECT_EQ(page.title, "长江水位上涨三米");
  EXPECT_EQ(page.date, "2023-05-01T12:30");
  EXPECT_EQ(page.language, "zh-cn");
}

TEST(ExtractPage, ReadsAttributionWhereAskedTo) {
  const std::string html =
      "<head><meta name=author content=张三><meta property=og:site_name "
      "content=某网><link rel=canonical href=http://a.test/1></head>";
  EXPECT_EQ(extract(html).author, "");
  const Page page = extract(html, {.reads_attribution = true});
  EXPECT_EQ(page.author, "张三");
  EXPECT_EQ(page.site, "某网");
  EXPECT_EQ(page.canonical_url, "http://a.test/1");
}

TEST(ExtractPage, FindsNothingWhereThereIsNothing) {
  for (const std::string_view html :
       {"", " ", "<html><body></body></html>", "<a href=x>Home</a>", "<script>x</script>"}) {
    EXPECT_EQ(extract(html).text, "") << html;
  }
}

TEST(ExtractPage, KeepsNoMemoryOfThePageBefore) {
  Workspace workspace;
  Page page;
  extract_page(kEnglish, "", {}, workspace, page);
  extract_page(kChinese, "", {}, workspace, page);
  const Page alone = extract(kChinese);
  EXPECT_EQ(page.text, alone.text);
  EXPECT_EQ(page.title, alone.title);
  EXPECT_EQ(page.date, alone.date);
}

// The simplest pages, of which a model of the web knows least.
TEST(ExtractPage, KeepsAllOfPagesThatAreNothingButText) {
  const std::vector<std::vector<std::string>> texts = {
      {"The river rose by three metres on Monday, and the people of the valley left their homes.",
       "Nobody was hurt, said the mayor, who had asked the province for boats and sand early in "
       "the morning.",
       "In the evening the rain stopped. Children went down to the bridge to look at the trees."},
      {"周一，河水上涨了三米，山谷里的居民离开家园，来到山上的学校，晚上就睡在体育馆的地板上。",
       "市长说，没有人受伤。他一早就向省里请求支援船只和沙袋；预计水位将在本周末回落。",
       "傍晚雨停了。孩子们跑到桥边，看洪水冲来的树木，面包师也重新点燃了炉火。"}};
  for (const auto& [begin, end] :
       std::initializer_list<std::pair<std::string, std::string>>{{"<p>", "</p>"},
                                                                  {"<div>", "</div>"},
                                                                  {"", "<br><br>"},
                                                                  {"<li>", "</li>"},
                                                                  {"<table><tr><td>", "</table>"},
                                                                  {"<pre>", "\n\n</pre>"}}) {
    for (const std::vector<std::string>& paragraphs : texts) {
      std::string html;
      for (const std::string& paragraph : paragraphs) {
        html += begin + paragraph + end;
        const Page page = extract(html);
        for (const std::string& kept : paragraphs) {
          EXPECT_EQ(has(page, kept), html.find(kept) != html.npos) << html;
        }
      }
    }
  }
}

TEST(ExtractPage, ForgetsThePageBefore) {
  constexpr std::string_view kHead =
      "<meta name=author content='Ada Byron'><meta property=og:site_name content='The Engine'>"
      "<link rel=canonical href='https://engine.test/notes'>";
  Workspace workspace;
  Page page;
  extract_page(kHead, "https://engine.test/", {.reads_attribution = true}, workspace, page);
  EXPECT_EQ(page.author, "Ada Byron");
  EXPECT_EQ(page.site, "The Engine");
  EXPECT_EQ(page.canonical_url, "https://engine.test/notes");
  extract_page(kHead, "https://engine.test/", {}, workspace, page);
  EXPECT_EQ(page.author + page.site + page.canonical_url, "");
}

TEST(ExtractPage, FavoursWhatItIsToldTo) {
  const std::size_t balanced = extract(kEnglish).text.size();
  EXPECT_GE(extract(kEnglish, {.favour = "recall"}).text.size(), balanced);
  EXPECT_LE(extract(kEnglish, {.favour = "precision"}).text.size(), balanced);
}

TEST(ExtractPage, WritesTheFormThatItIsToldTo) {
  EXPECT_TRUE(has(extract(kEnglish), "\nWhat comes next\n"));
  EXPECT_TRUE(has(extract(kEnglish, {.form = "markdown"}), "\n\n## What comes next\n\n"));
  EXPECT_TRUE(has(extract(kChinese, {.form = "markdown"}), "报告。\n\n气象部门预计"));
}

TEST(ExtractPage, LeavesOutListsAndTablesIfAsked) {
  std::string html(kEnglish);
  const std::string paragraph = "<p>It was the highest";
  html.insert(html.find(paragraph),
              "<ul><li>The first point is that the water rose, and fast.<li>The second is that it "
              "will fall.</ul>"
              "<table><tr><td>Monday<td>The water rose by three metres.<tr><td>Friday<td>It fell "
              "again.</table>");
  EXPECT_TRUE(has(extract(html), "first point"));
  EXPECT_FALSE(has(extract(html, {.keeps_lists = false}), "first point"));
  EXPECT_TRUE(has(extract(html), "Monday | The water"));
  EXPECT_FALSE(has(extract(html, {.keeps_tables = false}), "The water rose by three metres."));
}

TEST(ExplainPage, PrintsALineABlock) {
  Workspace workspace;
  const std::string printed = explain_page("<p>a<pre>b\nc\td</pre>", {}, workspace);
  EXPECT_EQ(std::count(printed.begin(), printed.end(), '\n'), 2);
}

}  // namespace
}  // namespace tamis::extract
