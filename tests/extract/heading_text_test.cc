#include "tamis/extract/heading_text.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

TEST(WithoutHeadingTail, TakesAnchorsAway) {
  for (const auto& [heading, shown] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"Installation¶", "Installation"},
           {"安装 #", "安装"},
           {"# 安装步骤", "安装步骤"},
           {"#define in C", "#define in C"},
           {"Playbook syntax\uF0C1", "Playbook syntax"},
           {"前言#", "前言"},
           {"历史[编辑]", "历史"},
           {"History [edit]", "History"},
           {"Obtaining [edit | edit source]", "Obtaining"},
           {"用法[编辑 | 编辑源代码]", "用法"},
           {"用法[编辑]¶", "用法"},
           {"The [edit", "The [edit"},
           {"int[]", "int[]"},
           {"An array[edit | delete]", "An array[edit | delete]"},
           {"C#", "C#"},
           {"学习 F#", "学习 F#"},
           {"#", "#"},
           {"§", "§"},
           {"", ""}}) {
    EXPECT_EQ(without_heading_tail(heading), shown);
  }
}

TEST(WithoutPilcrow, HoldsForAllTexts) {
  EXPECT_EQ(without_pilcrow("第一条。¶"), "第一条。");
  EXPECT_EQ(without_pilcrow("frob(seq) → list[source]¶"), "frob(seq) → list");
  EXPECT_EQ(without_pilcrow("a ¶ b[source]"), "a ¶ b[source]");
  EXPECT_EQ(without_pilcrow("¶"), "");
  EXPECT_EQ(without_pilcrow("See the source. ↩"), "See the source.");
  EXPECT_EQ(without_pilcrow("Press ⌘↩"), "Press ⌘↩");
  EXPECT_EQ(without_pilcrow("见原文。\u21A9\uFE0E"), "见原文。");
}

}  // namespace
}  // namespace tamis::extract
