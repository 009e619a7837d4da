#include "tamis/extract/markdown_escape.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

std::string escaped(std::string_view text) {
  std::string markdown;
  append_escaped(text, markdown);
  return markdown;
}

TEST(AppendEscaped, EscapesWhatWouldBeRead) {
  for (const auto& [text, markdown] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"},
           {"[a](b) [c][d]", "[a\\](b) [c][d]"},
           {"<b> &amp; a\\*", "\\<b> \\&amp; a\\\\\\*"},
           {"“*强调*”", "“\\*强调\\*”"}}) {
    EXPECT_EQ(escaped(text), markdown);
  }
}

TEST(AppendEscaped, LeavesTheRestAlone) {
  for (const std::string_view text : {"snake_case 2 * 3 a ~ b 10~20", "填____空，《书》",
                                      "[1] a & b; c < d", "C:\\dir", "¥5、$6", "AT&T"}) {
    EXPECT_EQ(escaped(text), text);
  }
}

TEST(AppendEscaped, KeepsFormulasThatPagesHaveAsText) {
  for (const std::string_view text : {"\\(a_1*b*\\)", "\\[ x_*y* \\]", "$$a_*b*$$", "设$x_1*y*$，"})
    EXPECT_EQ(escaped(text), text);
  EXPECT_EQ(escaped("$5 *a* $6"), "$5 \\*a\\* $6");
  EXPECT_EQ(escaped("\\(*a*"), "\\\\(\\*a\\*");
}

TEST(EscapeLineStart, KeepsLinesText) {
  for (const auto& [line, markdown] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"# a", "\\# a"},
           {"#a", "#a"},
           {"- a", "\\- a"},
           {"-a", "-a"},
           {"---", "\\---"},
           {"===", "\\==="},
           {"***", "\\***"},
           {"_ _ _", "\\_ _ _"},
           {"__", "__"},
           {"***甲", "***甲"},
           {"1. a", "1\\. a"},
           {"1.5", "1.5"},
           {"2020) b", "2020\\) b"},
           {"> a", "\\> a"},
           {"| a", "\\| a"},
           {"~~~", "\\~~~"},
           {"[1]: a", "\\[1]: a"},
           {"[1] a", "[1] a"},
           {"一、甲", "一、甲"},
           {"", ""}}) {
    std::string text = "x\n" + std::string(line);
    escape_line_start(text, 2);
    EXPECT_EQ(text.substr(2), markdown);
  }
}

TEST(AppendCode, TakesBackticks) {
  for (const auto& [code, markdown] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"a", "`a`"}, {"a`b", "``a`b``"}, {"`a", "`` `a ``"}, {"函数", "`函数`"}}) {
    std::string text;
    append_code(code, text);
    EXPECT_EQ(text, markdown);
  }
}

}  // namespace
}  // namespace tamis::extract
