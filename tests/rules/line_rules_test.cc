// The rules over lines, by their numbers.
#include <gtest/gtest.h>

#include <string>

#include "tests/rules/configured_rule.h"

namespace tamis::rules {
namespace {

TEST(DuplicateLineCodePointRatio, CountsSecondAndLaterLines) {
  const RuleInstance rule = default_rule("duplicate_line_code_point_ratio");
  EXPECT_DOUBLE_EQ(measure(rule, "查看详情\n查看详情\n红"), 4.0 / 11);
  EXPECT_DOUBLE_EQ(measure(rule, "ab\nab\nab"), 4.0 / 8);
  EXPECT_DOUBLE_EQ(measure(rule, " ab\nab \r\n　ab"), 4.0 / 12);
  EXPECT_EQ(measure(rule, "ab\nAB\nabc"), 0);
  EXPECT_EQ(measure(rule, "\n\n \n\n"), 0);
}

// DCLM divides by what is left of the lines or paragraphs when they are stripped.
TEST(DuplicateLineCodePointRatio, DividesByThePiecesAsDclm) {
  const auto ratio_by = [](std::string_view rule, text::LineKind kind, std::string_view text) {
    return measure(configured_rule(rule,
                                   {{"occurrences", ParamValue(std::string("all"))},
                                    {"over", ParamValue(std::string("pieces"))}},
                                   {.lines = kind}),
                   text);
  };
  for (const std::string_view text : {"aa\nbb\naa", "aa\n\nbb\n\naa", " 山水\n\n河流\n山水　\n"}) {
    EXPECT_DOUBLE_EQ(ratio_by("duplicate_line_code_point_ratio", text::LineKind::kTrimmed, text),
                     2.0 / 3);
  }
  EXPECT_DOUBLE_EQ(ratio_by("duplicate_paragraph_code_point_ratio",
                            text::LineKind::kTrimmedParagraphs, "a\nb\n\n山水\n\n\na\nb"),
                   6.0 / 8);
  EXPECT_EQ(ratio_by("duplicate_line_code_point_ratio", text::LineKind::kTrimmed, " \n\n"), 0);
}

// FineWeb's number sees the mark alone.
TEST(TerminalMarkLineRatio, PassesClosersIfTold) {
  const RuleInstance rule = default_rule("terminal_mark_line_ratio");
  const RuleInstance passing =
      configured_rule("terminal_mark_line_ratio", {{"passes_closers", ParamValue(true)}});
  for (const std::string_view line :
       {"\"Are you sure?\"", "“I am.”", "(He was.)", "It was so.[1]", "“真的吗？”", "「是的。」",
        "（他说过。）", "就是这样。[12]", "It was so.¹"}) {
    EXPECT_EQ(measure(rule, line), 0) << line;
    EXPECT_EQ(measure(passing, line), 1) << line;
  }
  for (const std::string_view line : {"Home (1)", "“Contact us”", "首页「新闻」", "[1]"}) {
    EXPECT_EQ(measure(passing, line), 0) << line;
  }
}

TEST(LineLinkWordRatio, CountsWordsInLinks) {
  const RuleInstance rule = default_rule("line_link_word_ratio");
  EXPECT_DOUBLE_EQ(measure(rule, "[the mill](/a/b/c) and [bread](/d)"), 3.0 / 4);
  EXPECT_DOUBLE_EQ(measure(rule, "见[水车](/w_(1)_x)"), 2.0 / 4);  // the first bracket ends it
  EXPECT_DOUBLE_EQ(measure(rule, "文章：https://a.example/磨坊（推荐）"), 1.0 / 7);
  EXPECT_DOUBLE_EQ(measure(rule, "<http://a.example/?q=1,2> (www.b.example)"), 1);
  EXPECT_DOUBLE_EQ(measure(rule, "[![old wheel](w.png)](/wheel) of 1870"), 2.0 / 4);
  EXPECT_DOUBLE_EQ(measure(rule, "[a [b] c](/d) e"), 2.0 / 4) << "the last bracket begins it";
  EXPECT_DOUBLE_EQ(measure(rule, "[www.a.example A](http://www.a.example/ \"of A\")"), 1);
  for (const std::string_view text :
       {"a](b) c", "xwww.a", "[a] (b)", "a://b", "磨坊www", "", "[", "see [a](/b",
        "[sic](he wrote it so)", "![old wheel](w.png)", "[注](见第三章）。"})
    EXPECT_EQ(measure(rule, text), 0) << text;
}

TEST(EllipsisLineRatio, CountsLinesThatBreakOff) {
  const RuleInstance rule = default_rule("ellipsis_line_ratio");
  EXPECT_DOUBLE_EQ(measure(rule, "a...\nb\n\n \nc… \nd.."), 0.5);
  EXPECT_DOUBLE_EQ(measure(rule, "专家称……　\n是的。。。\n好。"), 2.0 / 3);
  EXPECT_EQ(measure(rule, "...a\n……b"), 0);
  EXPECT_EQ(measure(rule, " \n\n"), 0);
}

TEST(NavigationLabelRatio, SparesRowsPathsAndAnswers) {
  const RuleInstance rule = default_rule("navigation_label_ratio");
  for (const std::string_view text :
       {"Windows | Yes", "| Dark mode | No |", "- Email/SMS campaigns", "$ celery <command> --help",
        "cat a.txt | more", "[10:22] <ThE__OnE> yes", "| Email | Phone | Search |",
        "The forms are listed at MyFreeTaxes.com/Support", "About", "搜索 | 水车"})
    EXPECT_EQ(measure(rule, text), 0) << text;
  const std::string long_item = "Home | " + std::string(81, 'a') + " | About | Contact";
  EXPECT_EQ(measure(rule, long_item), 0);
  EXPECT_GT(measure(rule, "Home | " + std::string(80, 'a') + " | About | Contact"), 0.7);
}

TEST(NavigationLabelRatio, CountsLabelsOfMenus) {
  const RuleInstance rule = default_rule("navigation_label_ratio");
  EXPECT_DOUBLE_EQ(measure(rule, "Home > About / Contact"), 1);
  EXPECT_DOUBLE_EQ(measure(rule, "« Previous | Next »"), 1);
  EXPECT_DOUBLE_EQ(measure(rule, "Home | News | About us | Contact"), 3.0 / 4);
  EXPECT_DOUBLE_EQ(measure(rule, "| Home | About | Search |"), 1);
  EXPECT_DOUBLE_EQ(measure(rule, "Read more..."), 1);
}

TEST(ReadMoreLineRatio, AsksNoTextOfFewLines) {
  const RuleInstance rule =
      configured_rule("read_more_line_ratio", {{"lines_min", ParamValue(std::int64_t{4})}},
                      {.lines = text::LineKind::kTrimmed});
  EXPECT_EQ(measure(rule, "山里的春天来得晚。\n河上有一座木桥。\n展开全文"), 0);
  EXPECT_EQ(measure(rule, "一\n\n二\n三\n展开全文"), 0.25);
  EXPECT_EQ(measure(default_rule("read_more_line_ratio"), "一\nread more"), 0.5);
}

}  // namespace
}  // namespace tamis::rules
