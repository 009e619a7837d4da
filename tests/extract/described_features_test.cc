#include "tamis/extract/described_features.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "tests/extract/measured_blocks.h"

namespace tamis::extract {
namespace {

TEST(MeasureDescribed, SeesHowFarTheDescribedIs) {
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

TEST(MeasureDescribed, SeesTheDescribedWithinTwoHundredBlocks) {
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

TEST(MeasureDescribed, SaysWhereNothingIsDescribed) {
  auto features = features_of("<p>one<p>two");
  for (std::size_t i = 0; i < features.size(); ++i) {
    EXPECT_EQ(features[i][BlockFeature::kBlocksFromDescribed], -300);
    EXPECT_EQ(features[i][BlockFeature::kDescribedBox], 0);
  }
}

}  // namespace
}  // namespace tamis::extract
