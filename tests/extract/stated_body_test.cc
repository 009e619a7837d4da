#include "tamis/extract/stated_body.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tamis/extract/main_text.h"

namespace tamis::extract {
namespace {

TEST(StatedBody, IsMostlyUnseenIfThePageShowsLessThanHalf) {
  EXPECT_TRUE(is_mostly_unseen(400, 0));
  EXPECT_TRUE(is_mostly_unseen(400, 199));
  EXPECT_FALSE(is_mostly_unseen(400, 200));
  EXPECT_FALSE(is_mostly_unseen(199, 0));
}

TEST(StatedBody, IsSaidByAPageThatHasAPieceOfIt) {
  std::string stated = "本报某地五月一日电，";
  for (int i = 0; i < 10; ++i) stated += "江水一夜之间上涨了三米，沿岸居民连夜转移。";
  EXPECT_TRUE(says_part_of("菜单" + stated.substr(30) + "更多", stated));
  EXPECT_FALSE(says_part_of("菜单", stated));
  EXPECT_FALSE(says_part_of("short", "short"));
  EXPECT_FALSE(says_part_of("", ""));
}

TEST(StatedBody, BecomesParagraphsIfItHasNone) {
  EXPECT_EQ(stated_body_page("one\n\n two \nthree"), "<p>one<p>two<p>three");
  EXPECT_EQ(stated_body_page("<p>one</p>\n<p>two</p>"), "<p>one</p>\n<p>two</p>");
  EXPECT_EQ(stated_body_page("&lt;p&gt;one&lt;/p&gt;"), "<p>one</p>");
  EXPECT_EQ(stated_body_page("one <b>two</b>\nthree"), "<p>one <b>two</b><p>three");
  EXPECT_EQ(stated_body_page("#include <vector>\nthe <title> of it"),
            "<p>#include &lt;vector><p>the &lt;title> of it");
  EXPECT_EQ(stated_body_page("say &lt;br&gt;\nfor it"), "<p>say &lt;br&gt;<p>for it");
  EXPECT_EQ(stated_body_page(""), "");
}

std::string text_of(std::string_view html, std::string_view form) {
  Workspace workspace;
  Page page;
  extract_page(html, "", {.form = std::string(form)}, workspace, page);
  return page.text;
}

std::string page_with(std::string_view body, std::string_view shown) {
  return fmt::format(R"(<html><head><script type="application/ld+json">)"
                     R"({{"@type":"NewsArticle","headline":"T","articleBody":"{}"}}</script>)"
                     "</head><body><h1>T</h1>{}</body></html>",
                     body, shown);
}

// What a page of scripts would show is its text, in either language and form.
TEST(StatedBody, IsTheTextOfAPageThatShowsNone) {
  std::string english;
  std::string chinese;
  for (int i = 0; i < 12; ++i) english += "The river rose by three metres in a night. ";
  for (int i = 0; i < 12; ++i) chinese += "江水一夜之间上涨了三米，沿岸居民连夜转移。";
  const std::string body = english + "\\n" + chinese;
  const std::string expected = english.substr(0, english.size() - 1) + "\n" + chinese;
  EXPECT_EQ(text_of(page_with(body, "<div id=app></div>"), "text"), expected);
  const std::string markdown =
      text_of(page_with("<h2>Rain &amp; wind</h2><p>" + english + "</p>", ""), "markdown");
  EXPECT_TRUE(markdown.starts_with("## Rain & wind\n\nThe river")) << markdown;
}

TEST(StatedBody, IsOfOneArticleThatIsFree) {
  const std::string body(400, 'x');
  const auto text_with = [&](std::string_view data) {
    return text_of(fmt::format("<script type='application/ld+json'>{}</script><p>Home", data),
                   "text");
  };
  const std::string article = fmt::format(R"({{"@type":"NewsArticle","articleBody":"{}"}})", body);
  EXPECT_EQ(text_with(article), body);
  EXPECT_EQ(text_with("[" + article + "," + article + "]"), body);
  const std::string other = fmt::format(R"({{"@type":"BlogPosting","articleBody":"y{}"}})", body);
  for (const std::string& data :
       {"[" + article + "," + other + "]",
        fmt::format(R"({{"@type":"Review","articleBody":"{}"}})", body),
        fmt::format(R"({{"@type":"WebPage","articleBody":"{}"}})", body),
        fmt::format(R"({{"@type":"Article","isAccessibleForFree":"False","articleBody":"{}"}})",
                    body),
        fmt::format(R"({{"@type":"Article","isAccessibleForFree":false,"articleBody":"{}"}})",
                    body)}) {
    EXPECT_EQ(text_with(data), "Home") << data;
  }
}

TEST(StatedBody, DoesNotReplaceWhatThePageShowsOrHides) {
  std::string shown;
  std::string body;
  for (int i = 0; i < 12; ++i) {
    shown += "<p>The river rose by three metres in a night, and the town was woken by bells.</p>";
    body += "The river rose. ";
  }
  for (const std::string& stated : {body, "<p class='" + std::string(2000, 'x') + "'>" + body}) {
    const std::string text = text_of(page_with(stated, "<article>" + shown + "</article>"), "text");
    EXPECT_EQ(text.find("rose. The"), std::string::npos) << text;
  }
  const std::string hidden = "<div style='display:none'>" + body + "</div>";
  EXPECT_EQ(text_of(page_with(body, hidden), "text"), text_of(page_with("", hidden), "text"));
}

}  // namespace
}  // namespace tamis::extract
