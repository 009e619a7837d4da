#include "tamis/text/edit_distance.h"

#include <gtest/gtest.h>

namespace tamis::text {
namespace {

TEST(EditDistance, CountsEdits) {
  EXPECT_EQ(edit_distance("", "", 3), 0u);
  EXPECT_EQ(edit_distance("kitten", "sitting", 5), 3u);
  EXPECT_EQ(edit_distance("abc", "", 5), 3u);
  EXPECT_EQ(edit_distance("raed", "read", 5), 1u);
}

TEST(EditDistance, StopsBeyondTheBound) { EXPECT_EQ(edit_distance("kitten", "sitting", 2), 3u); }

TEST(Closest, FindsWhatWasMeant) {
  constexpr std::string_view kKnown[] = {"word_count", "line_count", "alphabetic_word_ratio"};
  EXPECT_EQ(closest("alphabetic_word_ration", kKnown), "alphabetic_word_ratio");
  EXPECT_EQ(closest("word_cuont", kKnown), "word_count");
  EXPECT_EQ(closest("cuont", kKnown), std::nullopt);
  EXPECT_EQ(closest("something_else", kKnown), std::nullopt);
}

}  // namespace
}  // namespace tamis::text
