#include "tamis/extract/page_explanation.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

const std::string kPage =
    "<html><body onload=x()><nav class=menu><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul>"
    "</nav><article><h1>Rivers</h1><p>The river rose by three metres on Monday, and the people of "
    "the valley left their "
    "homes.</p><p>长江水位今日上涨三米，沿岸居民已经撤离，市长请求上级支援。</p><p>It was "
    "the highest water in forty years, said the mayor, who had asked for help early.</p></article>";

TEST(ExplanationTable, HasALineForEachBlock) {
  const std::string table = explanation_table(kPage, {});
  EXPECT_NE(table.find("of 6 blocks kept"), std::string::npos) << table;
  for (const std::string_view part : {"Home", "menu", "The river rose", "长江水位", "keep"}) {
    EXPECT_NE(table.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(explanation_table("<p>a\x1B[2Jb", {}).find('\x1B'), std::string::npos);
}

TEST(ExplanationTable, LeavesOutWhatTheTextLeavesOut) {
  const std::string prose = "<p>A list keeps its items in order, and each of them has an index.";
  const std::string table = explanation_table(
      "<main>" + prose + prose +
          "<table><tr><td><pre>1\n2</pre><td><pre>def f(x):\n    return x</pre></table>" + prose,
      {});
  const std::size_t numbers = table.find(" 1 2\n");
  ASSERT_NE(numbers, std::string::npos) << table;
  EXPECT_EQ(table.substr(table.rfind('\n', numbers) + 1, 4), "  - ");
  EXPECT_NE(table.find("is no part of it", numbers), std::string::npos);
}

TEST(ExplanationPage, MarksWhatIsKeptAndDropped) {
  const std::string page = explanation_page(kPage, {});
  const std::size_t river = page.find("The river rose");
  const std::size_t home = page.find(">Home<");
  ASSERT_NE(river, std::string::npos);
  ASSERT_NE(home, std::string::npos);
  EXPECT_TRUE(page.substr(page.rfind("<span", river)).starts_with("<span class=\"kept\" "));
  EXPECT_TRUE(page.substr(page.rfind("<span", home)).starts_with("<span class=\"dropped\" "));
  EXPECT_NE(page.find("dropped: score"), std::string::npos);
  EXPECT_NE(page.find("长江水位"), std::string::npos);
}

TEST(ExplanationPage, ShowsFormulas) {
  const std::string page = explanation_page("<p>设 <math><mi>abc</mi></math>。", {});
  EXPECT_NE(page.find("设 abc。"), std::string::npos) << page;
}

// No element, attribute or text of a page gets through as markup of its own.
TEST(ExplanationPage, IsHarmless) {
  const std::string page = explanation_page(
      kPage +
          "<script>evil()</script><img src=x onerror=evil()><p onclick='evil()'>t</p><iframe "
          "srcdoc='evil()'></iframe><a href='javascript:evil()'>l</a><meta http-equiv=refresh "
          "content='0;url=evil()'><style>*{evil()}</style><xmp><b>evil</b></xmp><textarea></p>"
          "<svg><script>evil()</script></svg><p>a < script>",
      {});
  EXPECT_EQ(page.find("evil()"), std::string::npos);
  EXPECT_EQ(page.find("<b>"), std::string::npos);
  EXPECT_EQ(page.find("onload"), std::string::npos);
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
}

TEST(ExplanationPage, MarksABlockOnce) {
  const auto num_marks = [](const std::string& page) {
    std::size_t num = 0;
    for (std::size_t at = page.find("title="); at != page.npos; at = page.find("title=", at + 1))
      ++num;
    return num;
  };
  EXPECT_EQ(num_marks(explanation_page("<p>a<b>b</b>c<i>d</i>", {})), 1U);
  EXPECT_EQ(num_marks(explanation_page("<p>一<p>二", {})), 2U);
}

TEST(ExplanationPage, TakesAnyBytes) {
  for (const std::string_view html : {"", "<", "\xff\xfe", "<p>&#0;</p", "<plaintext><b>x"}) {
    EXPECT_NE(explanation_page(html, {}).find("</html>"), std::string::npos);
    EXPECT_NE(explanation_table(html, {}).find("blocks kept"), std::string::npos);
  }
}

TEST(ExplanationTable, SaysThatTheTextStandsInJsonLdAlone) {
  const std::string html =
      "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"" +
      std::string(400, 'x') + "\"}</script><p>Home";
  EXPECT_NE(explanation_table(html, {}).find("the articleBody of JSON-LD"), std::string::npos);
  EXPECT_EQ(explanation_table("<p>Home", {}).find("JSON-LD"), std::string::npos);
}

}  // namespace
}  // namespace tamis::extract
