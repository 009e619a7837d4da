#include "tamis/extract/blocks.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

TEST(Blocks, SumUpBoxesWithAllInside) {
  const Blocks blocks =
      read_blocks("<div><p>one two</p><p><a href=x>three</a></p></div><p>four, five.");
  const BlockSums& page = blocks.containers.front().sums;
  EXPECT_EQ(page.num_blocks, 3U);
  EXPECT_EQ(page.num_words, 5U);
  EXPECT_EQ(page.num_link_bytes, 5U);
  EXPECT_EQ(page.num_sentence_marks, 2U);
  EXPECT_EQ(blocks.containers[1].sums.num_words, 3U);
}

TEST(Blocks, CountLongBlocksOutsideOfLinks) {
  const std::string words = "a b c d e f g h i j k l";
  const Blocks blocks = read_blocks("<p>" + words + "<p><a href=x>" + words + "</a><p>a b");
  EXPECT_EQ(blocks.containers.front().sums.num_long_blocks, 1U);
}

TEST(Blocks, ForgetEverythingWhenCleared) {
  Blocks blocks = read_blocks("<p>a<p>b");
  blocks.clear();
  EXPECT_TRUE(blocks.blocks.empty());
  EXPECT_TRUE(blocks.text.empty());
  ASSERT_EQ(blocks.containers.size(), 1U);
  EXPECT_EQ(blocks.containers.front().sums.num_blocks, 0U);
}

}  // namespace
}  // namespace tamis::extract
