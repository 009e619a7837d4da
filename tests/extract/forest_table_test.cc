#include <gtest/gtest.h>

#include <algorithm>

#include "tamis/extract/forest.h"

namespace tamis::extract {
namespace {

// What scores rely on; the trees are generated.
TEST(Forests, AddUpToSixteenBits) {
  for (const Forest forest : {first_forest(), second_forest()}) {
    int highest = 0;
    for (const Tree& tree : forest) {
      const auto [low, high] = std::ranges::minmax(tree.points);
      highest += std::max(-low, int{high});
    }
    EXPECT_LE(highest, 32767);
  }
}

TEST(Forests, AskForColumnsThatThereAre) {
  for (const Tree& tree : first_forest()) {
    for (const Split& split : tree.splits) EXPECT_LT(split.column, kContextColumn);
  }
  for (const Tree& tree : second_forest()) {
    for (const Split& split : tree.splits) EXPECT_LT(split.column, kNumColumns);
    unsigned left = 0;
    for (const Split& split : tree.splits) left |= split.left;
    EXPECT_EQ(left & 0x8000U, 0U) << "the last leaf is on no left side";
  }
}

}  // namespace
}  // namespace tamis::extract
