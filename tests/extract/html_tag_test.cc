#include "tamis/extract/html_tag.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

TEST(FindTag, FindsEveryTagByItsOwnName) {
  for (std::size_t i = 1; i < kNumTags; ++i) {
    const auto tag = static_cast<Tag>(i);
    EXPECT_EQ(find_tag(tag_name(tag), {}), tag) << tag_name(tag);
  }
}

TEST(FindTag, IgnoresCase) { EXPECT_EQ(find_tag("BlockQuote", {}), Tag::kBlockquote); }

TEST(FindTag, LeavesOthersUnnamed) {
  for (const std::string_view name : {"", "span", "h7", "divv", "di", "my-element",
                                      "averyverylongname", "h\x11", "p\x80", "\x10"}) {
    EXPECT_EQ(find_tag(name, {}), Tag::kOther) << name;
  }
}

TEST(FindTag, TakesZeroBytesForPartsOfTheName) {
  EXPECT_EQ(find_tag(std::string_view("p\0", 2), {}), Tag::kOther);
  EXPECT_EQ(find_tag(std::string_view("blockquote\0", 11), {}), Tag::kOther);
}

TEST(HeadingLevel, CountsFromOneToSix) {
  EXPECT_EQ(heading_level(Tag::kH1), 1);
  EXPECT_EQ(heading_level(Tag::kH6), 6);
  EXPECT_EQ(heading_level(Tag::kHeader), 0);
}

TEST(BlockTagBit, IsOneForEachBlockLevelElement) {
  BlockTags seen = 0;
  for (std::size_t i = 0; i < kNumTags; ++i) {
    const auto tag = static_cast<Tag>(i);
    EXPECT_EQ(block_tag_bit(tag) != 0, has_trait(tag, kIsBlock)) << tag_name(tag);
    EXPECT_EQ(seen & block_tag_bit(tag), 0U) << tag_name(tag);
    seen |= block_tag_bit(tag);
  }
  EXPECT_EQ(static_cast<std::size_t>(__builtin_popcountll(seen)), kNumBlockTags);
}

}  // namespace
}  // namespace tamis::extract
