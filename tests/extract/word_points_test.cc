#include "tamis/extract/word_points.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

TEST(WordPoints, FadeWithTheDistance) {
  const WordPoints above = {.lowest = -40, .highest = 10, .mean = -21};
  const WordPoints own = {.lowest = 5, .highest = 30, .mean = 20};
  EXPECT_EQ(own.below(above), (WordPoints{.lowest = -40, .highest = 30, .mean = 20 - 16}));
}

TEST(WordPointSum, IsOfAllThatWasAdded) {
  WordPointSum sum;
  EXPECT_EQ(sum.points(), WordPoints{});
  sum.add(7);
  EXPECT_EQ(sum.points(), (WordPoints{.lowest = 7, .highest = 7, .mean = 7}));
  WordPointSum others;
  others.add(-20);
  others.add(4);
  sum.add(others);
  EXPECT_EQ(sum.points(), (WordPoints{.lowest = -20, .highest = 7, .mean = -3}));
  sum.add(WordPointSum());
  EXPECT_EQ(sum.points(), (WordPoints{.lowest = -20, .highest = 7, .mean = -3}));
}

}  // namespace
}  // namespace tamis::extract
