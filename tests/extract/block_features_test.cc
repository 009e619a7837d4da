#include "tamis/extract/block_features.h"

#include <gtest/gtest.h>

#include <set>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

std::vector<BlockFeatures> features_of(std::string_view html) {
  std::vector<BlockFeatures> features;
  measure_blocks(read_blocks(html), features);
  return features;
}

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

TEST(MeasureBlocks, SeesHowFarTheDescribedIs) {
  auto features = features_of(
      "<meta name=description content='What the page is about, in a few words of its own'>"
      "<p>menu<div><div><p>What the page is about, in a few words of its own.<p>And more of the "
      "same, "
      "and more and more.</div><p>Eight words that lie in a box around.</div><p>Words that are of "
      "no "
      "box but the page, as many as there are of the box, and some more than that.");
  ASSERT_EQ(features.size(), 5U);
  const std::int16_t away[] = {-1, 0, 1, 2, 3};
  const std::int16_t box[] = {2, 1, 1, 2, 2};  // the second is the page
  for (std::size_t i = 0; i < features.size(); ++i) {
    EXPECT_EQ(features[i][BlockFeature::kIsDescribed], i == 1 ? 1 : 0) << i;
    EXPECT_EQ(features[i][BlockFeature::kBlocksFromDescribed], away[i]) << i;
    EXPECT_EQ(features[i][BlockFeature::kDescribedBox], box[i]) << i;
  }
}

TEST(MeasureBlocks, SeesTheDescribedWithinTwoHundredBlocks) {
  std::string lines;
  for (int i = 0; i < 250; ++i) lines += "<p>x";
  auto features =
      features_of("<meta name=description content='What the page is about, in words of its own'>" +
                  lines + "<p>What the page is about, in words of its own" + lines);
  ASSERT_EQ(features.size(), 501U);
  for (const auto& [index, away] : {std::pair(49, 200), std::pair(50, 200), std::pair(51, -199),
                                    std::pair(449, 199), std::pair(450, 200), std::pair(500, 200)})
    EXPECT_EQ(features[static_cast<std::size_t>(index)][BlockFeature::kBlocksFromDescribed], away)
        << index;
}

TEST(MeasureBlocks, SaysWhereNothingIsDescribed) {
  auto features = features_of("<p>one<p>two");
  for (std::size_t i = 0; i < features.size(); ++i) {
    EXPECT_EQ(features[i][BlockFeature::kBlocksFromDescribed], -300);
    EXPECT_EQ(features[i][BlockFeature::kDescribedBox], 0);
  }
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

TEST(MeasureBlocks, SeesWhatOtherPagesOfTheSiteSay) {
  Blocks blocks = read_blocks(
      "<ul><li>Home<li>关于我们</ul><div><p>What this page alone says.<p>Read more</div>");
  std::vector<BlockFeatures> features;
  measure_blocks(blocks, features);
  for (BlockFeatures& row : features) {
    EXPECT_EQ(row[BlockFeature::kSitePages], 0);
    EXPECT_EQ(row[BlockFeature::kSiteShare], -1) << "nothing is known";
    EXPECT_EQ(row[BlockFeature::kGroupSite], -1);
  }
  blocks.site = {.num_other_pages = 30, .num_with_text = {30, 15, 0, 15}};
  measure_blocks(blocks, features);
  const std::int16_t share[] = {100, 50, 0, 50};
  const std::int16_t level1[] = {100, 54, 54, 28};
  const std::int16_t group[] = {100, 100, 28, 28};
  for (std::size_t i = 0; i < features.size(); ++i) {
    EXPECT_EQ(features[i][BlockFeature::kSitePages], 20) << "20 and more are the same";
    EXPECT_EQ(features[i][BlockFeature::kSiteShare], share[i]) << i;
    EXPECT_EQ(features[i][BlockFeature::kSite1], level1[i]) << i;
    EXPECT_EQ(features[i][BlockFeature::kGroupSite], group[i]) << i;
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
