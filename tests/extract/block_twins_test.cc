#include "tamis/extract/block_twins.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

TEST(FindTwins, KnowsTextsThatStandSeveralTimes) {
  std::vector<Twins> twins(7);
  find_twins(read_blocks("<p>正文<p>b<p>正文<p>c<p>B<p>正文"), twins);
  ASSERT_EQ(twins.size(), 6U);
  for (const std::size_t index : {0, 2, 5}) {
    EXPECT_EQ(twins[index].first, 0U);
    EXPECT_EQ(twins[index].num_others, 2U);
  }
  EXPECT_EQ(twins[0].num_before, 0U);
  EXPECT_EQ(twins[0].blocks_since, 0U);
  EXPECT_EQ(twins[5].num_before, 2U);
  EXPECT_EQ(twins[5].blocks_since, 3U);
  EXPECT_EQ(twins[4].first, 4U);  // case counts
  EXPECT_EQ(twins[4].num_others, 0U);
}

TEST(FindTwins, TakesPagesWithoutBlocks) {
  std::vector<Twins> twins(1);
  find_twins(read_blocks(""), twins);
  EXPECT_TRUE(twins.empty());
}

}  // namespace
}  // namespace tamis::extract
