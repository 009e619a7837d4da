#include "tamis/extract/boilerplate_phrases.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::extract {
namespace {

TEST(FindBoilerplate, KnowsBothLanguages) {
  EXPECT_EQ(find_boilerplate("Copyright 2020 X"), BoilerplateKind::kLegal);
  EXPECT_EQ(find_boilerplate("京ICP备123号"), BoilerplateKind::kLegal);
  EXPECT_EQ(find_boilerplate("READ MORE: x"), BoilerplateKind::kLinks);
  EXPECT_EQ(find_boilerplate("上一篇：x"), BoilerplateKind::kLinks);
  EXPECT_EQ(find_boilerplate("扫一扫"), BoilerplateKind::kInvitation);
  EXPECT_EQ(find_boilerplate("（责任编辑：王五）"), BoilerplateKind::kByline);
}

TEST(FindBoilerplate, LeavesText) {
  EXPECT_EQ(find_boilerplate("The river rose."), BoilerplateKind::kContent);
  EXPECT_EQ(find_boilerplate(""), BoilerplateKind::kContent);
  EXPECT_EQ(find_boilerplate("Copyright " + std::string(kBoilerplateBytesMax, 'x')),
            BoilerplateKind::kContent);
}

TEST(FindBoilerplate, PrefersThePhraseThatStandsFirstInTheTable) {
  EXPECT_EQ(find_boilerplate("Share this, all rights reserved"), BoilerplateKind::kLegal);
  EXPECT_EQ(find_boilerplate("分享 责任编辑"), BoilerplateKind::kInvitation);
  EXPECT_EQ(find_boilerplate("By A, share"), BoilerplateKind::kByline);
  EXPECT_EQ(find_boilerplate("may share"), BoilerplateKind::kContent);
  EXPECT_EQ(find_boilerplate("s"), BoilerplateKind::kContent);
  EXPECT_EQ(find_boilerplate("at the terms o"), BoilerplateKind::kContent);
}

}  // namespace
}  // namespace tamis::extract
