#include "tamis/output/html_output.h"

#include <gtest/gtest.h>

namespace tamis::output {
namespace {

TEST(AppendHtmlEscaped, LeavesNothingThatABrowserCouldMistake) {
  const struct {
    std::string_view text;
    std::string_view escaped;
  } kCases[] = {
      {"a < b & c > d", "a &lt; b &amp; c &gt; d"},
      {"\"it's\"", "&quot;it&#39;s&quot;"},
      {"第一行，\n\t“引号”。", "第一行，\n\t“引号”。"},
      {"bell\x07 return\r", "bell\uFFFD return\uFFFD"},
      {"\xE4\xB8 cut", "\uFFFD cut"},
      {std::string_view("\0", 1), "\uFFFD"},
      {"\xEF\xBF\xBF", "\uFFFD"},
  };
  for (const auto& [text, escaped] : kCases) {
    std::string html;
    append_html_escaped(text, html);
    EXPECT_EQ(html, escaped);
  }
}

TEST(HtmlOutput, NestsAndEscapes) {
  HtmlOutput html;
  html.open("span", {{"title", "\"<"}}).element("b", "a&b").leaf("rect", {{"x", "1"}}).close();
  EXPECT_EQ(std::move(html).take(),
            "<span title=\"&quot;&lt;\"><b>a&amp;b</b><rect x=\"1\"/></span>");
}

TEST(HtmlOutputDeathTest, MissesAnElementLeftOpen) {
  HtmlOutput html;
  html.open("p");
  EXPECT_DEATH(std::move(html).take(), "open_tags_");
}

}  // namespace
}  // namespace tamis::output
