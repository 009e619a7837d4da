#include "tamis/extract/ascii.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tamis::extract {
namespace {

std::vector<std::string> names_of(std::string_view names) {
  std::vector<std::string> taken;
  while (true) {
    const std::string_view name = take_name(names);
    if (name.empty()) return taken;
    taken.emplace_back(name);
  }
}

TEST(TakeName, PartsNamesAtHtmlSpaceAlone) {
  EXPECT_EQ(names_of(" a\tb-c\n\f\r d "), (std::vector<std::string>{"a", "b-c", "d"}));
  EXPECT_EQ(names_of("正文　左栏"), std::vector<std::string>{"正文　左栏"});
  EXPECT_EQ(names_of("a\vb"), std::vector<std::string>{"a\vb"});
  EXPECT_TRUE(names_of(" \n").empty());
  EXPECT_TRUE(names_of("").empty());
}

TEST(HasName, ComparesWholeNames) {
  EXPECT_TRUE(has_name("nofollow\tAuthor", "author"));
  EXPECT_TRUE(has_name("正文 左栏", "左栏"));
  EXPECT_FALSE(has_name("authority", "author"));
  EXPECT_FALSE(has_name("", "author"));
}

TEST(IsAnyOf, ComparesWholeWords) {
  constexpr std::string_view kWords[] = {"by", "作者"};
  EXPECT_TRUE(is_any_of("By", kWords));
  EXPECT_TRUE(is_any_of("作者", kWords));
  EXPECT_FALSE(is_any_of("作者：", kWords));
  EXPECT_FALSE(is_any_of("", kWords));
}

}  // namespace
}  // namespace tamis::extract
