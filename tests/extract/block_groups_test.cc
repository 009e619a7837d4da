#include "tamis/extract/block_groups.h"

#include <gtest/gtest.h>

#include <string>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

// A letter for each block, the same for blocks of a group.
std::string groups_of(std::string_view html) {
  BlockGroups groups;
  find_groups(read_blocks(html), groups);
  std::string letters;
  std::string seen;
  for (const std::uint32_t group : groups.group_of) {
    if (seen.find(static_cast<char>(group)) == seen.npos) seen += static_cast<char>(group);
    letters += static_cast<char>('a' + seen.find(static_cast<char>(group)));
  }
  return letters;
}

TEST(FindGroups, PutsBoxesAlikeTogether) {
  EXPECT_EQ(groups_of("<ul><li>1<li>2</ul><p>3<p>4"), "aabb");
  EXPECT_EQ(groups_of("<p class=x>1</p><p class=y>2</p><p class=x>3</p>"), "aba");
  EXPECT_EQ(groups_of("<div class=post-1><p>一</div><div class=post-27><p>二</div>"), "aa");
}

TEST(FindGroups, LooksUpThreeBoxes) {
  EXPECT_EQ(groups_of("<div class=a><p>1</div><div class=b><p>2</div>"), "ab");
  EXPECT_EQ(groups_of("<main><div><div><div><p>1</div></div></div></main>"
                      "<aside><div><div><div><p>2</div></div></div></aside>"),
            "aa");
}

TEST(FindGroups, SumsUpEach) {
  BlockGroups groups;
  find_groups(read_blocks("<ul><li>a b<li>c</ul><p>一，二"), groups);
  ASSERT_EQ(groups.sums.size(), 2U);
  EXPECT_EQ(groups.sums[groups.group_of[0]].num_words, 3U);
  EXPECT_EQ(groups.sums[groups.group_of[2]].num_sentence_marks, 1U);
}

}  // namespace
}  // namespace tamis::extract
