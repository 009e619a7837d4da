#include "tamis/extract/chinese_spacing.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

TEST(IsSetWithoutSpace, HoldsForChineseAndJapanese) {
  for (const auto& [before, after] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"鞍点", "，"}, {"中", "文"}, {"。", "“"}, {"…", "𠀀"}, {"は", "カ"}, {"！", "１"}})
    EXPECT_TRUE(is_set_without_space(before, after)) << before << after;
}

TEST(IsSetWithoutSpace, LeavesWordsOfOtherScriptsApart) {
  for (const auto& [before, after] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{{"a", "b"},
                                                                            {"中", "a"},
                                                                            {"1", "年"},
                                                                            {"한", "국"},
                                                                            {"中", "한"},
                                                                            {"”", "“"},
                                                                            {"中", ""}})
    EXPECT_FALSE(is_set_without_space(before, after)) << before << after;
}

}  // namespace
}  // namespace tamis::extract
