#include "tamis/extract/context_features.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

std::vector<ContextFeatures> context_of(std::string_view html,
                                        const std::vector<std::int32_t>& scores) {
  const Blocks blocks = read_blocks(html);
  std::vector<BlockFeatures> features;
  measure_blocks(blocks, features);
  std::vector<ContextFeatures> context;
  measure_context(blocks, features, scores, context);
  return context;
}

int at(const ContextFeatures& row, ContextFeature feature) {
  return row[static_cast<std::size_t>(feature)];
}

TEST(MeasureContext, TakesMeansByWords) {
  // Weights are words + 1: 2, 2, 4.
  const auto context = context_of("<p>a<p>b<p>c d e", {100, -300, 200});
  EXPECT_EQ(at(context[0], ContextFeature::kMean2), (2 * 100 - 2 * 300 + 4 * 200) / 8);
  EXPECT_EQ(at(context[1], ContextFeature::kPreviousScore), 100);
  EXPECT_EQ(at(context[2], ContextFeature::kNextScore), -500);
  EXPECT_EQ(at(context[0], ContextFeature::kLikelyWords), 6);
  EXPECT_EQ(at(context[2], ContextFeature::kLikelyBefore), 33);
}

TEST(MeasureContext, LooksOverGroupsSectionsAndSureBlocks) {
  const auto context =
      context_of("<p>a<ul><li>b<li>c</ul><h2>d</h2><p>e", {200, -300, 100, -200, 300});
  EXPECT_EQ(at(context[1], ContextFeature::kGroupMean), -100);
  EXPECT_EQ(at(context[0], ContextFeature::kGroupMean), 250) << "both paragraphs";
  EXPECT_EQ(at(context[0], ContextFeature::kSectionMean), 0);
  EXPECT_EQ(at(context[0], ContextFeature::kHeadingScore), -500);
  EXPECT_EQ(at(context[4], ContextFeature::kSectionMean), 50);
  EXPECT_EQ(at(context[4], ContextFeature::kHeadingScore), -200);
  EXPECT_EQ(at(context[2], ContextFeature::kBlocksSinceSure), 2);
  EXPECT_EQ(at(context[2], ContextFeature::kBlocksUntilSure), 2);
  EXPECT_EQ(at(context[0], ContextFeature::kSureShare), 66);
  EXPECT_EQ(at(context[0], ContextFeature::kLikelyBlockWords), 2);
  EXPECT_EQ(at(context_of("<p>a", {0})[0], ContextFeature::kBlocksUntilSure), 300);
}

TEST(MeasureContext, KnowsTheBestOtherBlockOfTheSameText) {
  const auto context = context_of("<p>正文<p>正文<p>b<p>正文<p>正文", {100, 300, 50, 300, -200});
  const auto others = {300, 300, -600, 300, 300};
  const auto earlier = {-600, 100, -600, 300, 300};
  for (std::size_t i = 0; i < context.size(); ++i) {
    EXPECT_EQ(at(context[i], ContextFeature::kTwinScore), others.begin()[i]) << i;
    EXPECT_EQ(at(context[i], ContextFeature::kEarlierTwinScore), earlier.begin()[i]) << i;
  }
}

TEST(MeasureContext, CutsScoresToItsRange) {
  const auto context = context_of("<p>a", {99999});
  EXPECT_EQ(at(context[0], ContextFeature::kOwnScore), 500);
}

}  // namespace
}  // namespace tamis::extract
