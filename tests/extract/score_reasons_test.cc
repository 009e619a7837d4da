#include "tamis/extract/score_reasons.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

TEST(ReasonsText, TellsOfBothLooks) {
  Decision decision;
  decide_main_text(read_blocks("<nav><ul><li><a href=/>首页</a></ul></nav><article><p>The river "
                               "rose by three metres on Monday, and the people of the valley left "
                               "their homes, said the mayor.</p></article>"),
                   {}, decision);
  const std::string text = reasons_text(decision, 1);
  EXPECT_NE(text.find("first look ("), std::string::npos) << text;
  EXPECT_NE(text.find("+"), std::string::npos) << text;
  decision.context[0][static_cast<std::size_t>(ContextFeature::kOwnScore)] = kClearScore;
  EXPECT_EQ(reasons_text(decision, 0).find("first look"), std::string::npos);
}

}  // namespace
}  // namespace tamis::extract
