#include "tamis/extract/site_features.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

TEST(MeasureSite, SeesWhatOtherPagesOfTheSiteSay) {
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

}  // namespace
}  // namespace tamis::extract
