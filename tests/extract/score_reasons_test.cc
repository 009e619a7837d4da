#include "tamis/extract/score_reasons.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

TEST(ReasonsText, TellsOfBothLooks) {
  Decision decision;
  decide_main_text(read_blocks("<nav><ul><li><a href=/>首页</a><li><a href=/n>新闻</a></ul></nav>"
                               "<article><h1>Rivers</h1><p>The river rose by three metres, and the "
                               "people of the valley left their homes, said the mayor.</p>"
                               "</article><footer>Copyright</footer>"),
                   {}, decision);
  const std::string text = reasons_text(decision, 3);
  EXPECT_TRUE(text.starts_with('+') || text.starts_with('-')) << text;
  EXPECT_NE(text.find("; first look: "), std::string::npos) << text;
  EXPECT_EQ(std::ranges::count(text, ','), 3) << "three reasons, and two";
  decision.context[0][static_cast<std::size_t>(ContextFeature::kOwnScore)] = kClearScore;
  EXPECT_TRUE(reasons_text(decision, 0).starts_with("first look: "));
}

}  // namespace
}  // namespace tamis::extract
