#include "tamis/extract/block_features.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/extract/measured_blocks.h"

namespace tamis::extract {
namespace {

TEST(MeasureBlocks, NamesEachFeatureOnce) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kNumBlockFeatures; ++i)
    names.insert(block_feature_name(static_cast<BlockFeature>(i)));
  EXPECT_EQ(names.size(), kNumBlockFeatures);
}

TEST(MeasureBlocks, MeasuresOfNothingNothing) { EXPECT_TRUE(features_of("").empty()); }

TEST(MeasureBlocks, SeesLinksSentencesAndNeighbours) {
  auto features = features_of(
      "<h1>One two</h1><p>This is it, here. And there.</p><p><a href=x>more links</a></p>");
  ASSERT_EQ(features.size(), 3U);
  EXPECT_EQ(features[1][BlockFeature::kWords], 6);
  EXPECT_EQ(features[1][BlockFeature::kSentenceMarks], 3);
  EXPECT_EQ(features[1][BlockFeature::kEndsSentence], 1);
  EXPECT_EQ(features[1][BlockFeature::kPreviousWords], 2);
  EXPECT_EQ(features[1][BlockFeature::kNextLinkShare], 100);
  EXPECT_EQ(features[2][BlockFeature::kLinkShare], 100);
  EXPECT_EQ(features[2][BlockFeature::kBlocksAfterHeading], 2);
}

TEST(MeasureBlocks, MeasuresTheSameOfBothLanguages) {
  auto english = features_of("<p>We went to the city, and saw it.</p>");
  auto chinese = features_of("<p>我们去了这个城市，看到了它。</p>");
  for (const BlockFeature feature :
       {BlockFeature::kSentenceMarks, BlockFeature::kEndsSentence, BlockFeature::kWords}) {
    EXPECT_EQ(english[0][feature], chinese[0][feature]) << block_feature_name(feature);
  }
}

TEST(MeasureBlocks, CountsTextsThatComeAgain) {
  auto features = features_of("<p>Reply<p>text<p>Reply<p>Reply");
  EXPECT_EQ(features[0][BlockFeature::kNumTwins], 2);
  EXPECT_EQ(features[1][BlockFeature::kNumTwins], 0);
  EXPECT_EQ(features[0][BlockFeature::kTwinsBefore], 0);
  EXPECT_EQ(features[0][BlockFeature::kBlocksSinceTwin], 999);
  EXPECT_EQ(features[2][BlockFeature::kBlocksSinceTwin], 2);
  EXPECT_EQ(features[3][BlockFeature::kTwinsBefore], 2);
  EXPECT_EQ(features[3].twin, 0U);
}

TEST(MeasureBlocks, RatesTheWordsOfShortTextsAndOfTheirHeading) {
  auto features = features_of(
      "<p>xyzzyqq</p><h2>Specifications</h2><p>xyzzyqq</p><p>Subscribe, one two three four five "
      "six "
      "seven eight nine ten eleven</p>");
  ASSERT_EQ(features.size(), 4U);
  const std::int16_t points = features[1][BlockFeature::kTextMean];
  EXPECT_GT(points, 0);
  EXPECT_EQ(features[1][BlockFeature::kTextLowest], points);
  EXPECT_EQ(features[1][BlockFeature::kTextHighest], points);
  EXPECT_EQ(features[0][BlockFeature::kHeadingMean], 0);
  for (const std::size_t i : {1U, 2U, 3U}) {
    EXPECT_EQ(features[i][BlockFeature::kHeadingMean], points) << i;
    EXPECT_EQ(features[i][BlockFeature::kHeadingLowest], points) << i;
  }
  EXPECT_EQ(features[2][BlockFeature::kTextMean], 0);
  EXPECT_EQ(features[3][BlockFeature::kTextMean], 0) << "too long to be rated";
}

TEST(MeasureBlocks, SeesWhatTheTitleSays) {
  auto features = features_of(
      "<title>Bake bread at home</title><div><p>Fresh bread<p>and home to</div><ul><li>cake</ul>");
  ASSERT_EQ(features.size(), 3U);
  const std::int16_t share[] = {50, 33, 0};
  const std::int16_t said[] = {33, 33, 0};
  const std::int16_t level1[] = {40, 40, 33};
  for (std::size_t i = 0; i < features.size(); ++i) {
    EXPECT_EQ(features[i][BlockFeature::kTitleShare], share[i]) << i;
    EXPECT_EQ(features[i][BlockFeature::kTitleWords], i < 2 ? 1 : 0) << i;
    EXPECT_EQ(features[i][BlockFeature::kSaidOfTitle], said[i]) << i;
    EXPECT_EQ(features[i][BlockFeature::kWordsOfTitle], 3) << i;
    EXPECT_EQ(features[i][BlockFeature::kTitle1], level1[i]) << i;
    EXPECT_EQ(features[i][BlockFeature::kGroupTitle], i < 2 ? 40 : 0) << i;
  }
}

TEST(MeasureBlocks, SeesHeadingsGroupsAndPrices) {
  auto features = features_of("<p>x</p><h2>t</h2><ul><li>$5<li>6 元</ul>");
  ASSERT_EQ(features.size(), 4U);
  EXPECT_EQ(features[0][BlockFeature::kBlocksSinceHeading], -1);
  EXPECT_EQ(features[0][BlockFeature::kHeadingLevel], 9);
  EXPECT_EQ(features[3][BlockFeature::kBlocksSinceHeading], 2);
  EXPECT_EQ(features[3][BlockFeature::kHeadingLevel], 2);
  EXPECT_EQ(features[2][BlockFeature::kGroupBlocks], 2);
  EXPECT_EQ(features[2][BlockFeature::kPrices], 1);
}

TEST(MeasureBlocks, FindsGrowingBoxes) {
  const auto features = features_of("<div><div><div><p>a b</p></div></div><p>c d e</p></div>");
  EXPECT_NE(features[0].levels[0], kPageContainer);
  EXPECT_EQ(features[0].levels[1], kPageContainer);
}

TEST(MeasureBlocks, SeesTheWordsOfTheBoxesAround) {
  const std::string_view html =
      "<body class=footer><div class=article><div><p class=footer>Ours</p></div></div>"
      "<p>Mine</p></body>";
  auto features = features_of(html);
  ASSERT_EQ(features.size(), 2U);
  EXPECT_LT(features[0][BlockFeature::kOwnLowest], 0);
  EXPECT_EQ(features[0][BlockFeature::kParentHighest], 0);
  EXPECT_EQ(features[0][BlockFeature::kAboveLowest], features[0][BlockFeature::kOwnLowest]);
  EXPECT_GT(features[0][BlockFeature::kAboveHighest], 0);
  EXPECT_EQ(features[1][BlockFeature::kAboveLowest], 0) << "the class of <body> says nothing";
}

}  // namespace
}  // namespace tamis::extract
