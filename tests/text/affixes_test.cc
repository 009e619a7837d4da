#include "tamis/text/affixes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tamis::text {
namespace {

constexpr AffixList kMarks{{"。", "...", ".", "，", "更多", "更"}};

TEST(AnyAffix, AsksForAllWords) {
  const std::vector<std::string> words = {"。", "more"};
  EXPECT_TRUE(ends_with_any("read more", words));
  EXPECT_TRUE(ends_with_any("。", words));
  EXPECT_FALSE(ends_with_any("more!", words));
  EXPECT_TRUE(starts_with_any("moreover", words));
  EXPECT_FALSE(starts_with_any("", words));
}

TEST(AffixList, TakesTheLongestWord) {
  EXPECT_EQ(kMarks.prefix_bytes("...and"), 3u);
  EXPECT_EQ(kMarks.prefix_bytes("..and"), 1u);
  EXPECT_EQ(kMarks.prefix_bytes("更多"), 6u);
  EXPECT_EQ(kMarks.prefix_bytes("更少"), 3u);
  EXPECT_EQ(kMarks.suffix_bytes("and..."), 3u);
  EXPECT_EQ(kMarks.suffix_bytes("多更"), 3u);
}

TEST(AffixList, IsNotMisledByASharedByte) {
  EXPECT_EQ(kMarks.prefix_bytes("、"), 0u);
  EXPECT_EQ(kMarks.suffix_bytes("\xE4\xB8\x82"), 0u);
  EXPECT_EQ(kMarks.prefix_bytes("\xE3\x80"), 0u);
  EXPECT_EQ(kMarks.prefix_bytes(""), 0u);
  EXPECT_EQ(kMarks.suffix_bytes(""), 0u);
}

TEST(AffixList, FindsTheFirstWordFromAPlaceOn) {
  constexpr std::string_view kText = "、好。好.";
  EXPECT_EQ(kMarks.find(kText), 6u);
  EXPECT_EQ(kMarks.find(kText, 7), 12u);
  EXPECT_EQ(kMarks.find(kText, 13), kText.size());
  EXPECT_TRUE(kMarks.is_in(kText));
  EXPECT_FALSE(kMarks.is_in("好"));
}

TEST(AffixList, FindsWordsOfAnyFirstByte) {
  // More high halves than ByteFinder tells apart.
  constexpr AffixList kWords{{"\x01", "#", "0", "A", "a", "p", "é", "ф", "。", "😀"}};
  EXPECT_EQ(kWords.find("BQbq《中èх🙂"), std::string_view("BQbq《中èх🙂").size());
  for (const std::string_view word : {"\x01", "#", "0", "A", "a", "p", "é", "ф", "。", "😀"}) {
    EXPECT_EQ(kWords.find("Bq中🙂Bq中🙂" + std::string(word)), 18u) << word;
  }
}

}  // namespace
}  // namespace tamis::text
