#include "tamis/rules/pair_points.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <utility>

namespace tamis::rules {
namespace {

TEST(PairPoints, AreThoseOfThePairAndZeroOfOthers) {
  constexpr std::size_t kNumSymbols = 60;
  std::mt19937 numbers(3);
  const auto below = [&](std::size_t bound) { return static_cast<unsigned>(numbers() % bound); };
  std::map<std::pair<unsigned, unsigned>, int> expected;
  for (int i = 0; i < 400; ++i) {
    // Some rows are full, most are nearly empty.
    const unsigned first = below(1 + below(kNumSymbols));
    expected[{first, below(kNumSymbols)}] = static_cast<int>(below(255)) - 127;
  }
  std::vector<PairPoints::Pair> pairs;
  for (const auto& [pair, points] : expected) {
    pairs.push_back({static_cast<PairPoints::Symbol>(pair.first),
                     static_cast<PairPoints::Symbol>(pair.second),
                     static_cast<std::int8_t>(points)});
  }
  std::ranges::shuffle(pairs, numbers);
  const PairPoints points(pairs, kNumSymbols);
  for (PairPoints::Symbol first = 0; first < kNumSymbols; ++first) {
    for (PairPoints::Symbol second = 0; second < kNumSymbols; ++second) {
      const auto found = expected.find({first, second});
      EXPECT_EQ(points(first, second), found == expected.end() ? 0 : found->second);
    }
  }
}

TEST(PairPoints, OfNothingAreZero) { EXPECT_EQ(PairPoints({}, 2)(1, 1), 0); }

}  // namespace
}  // namespace tamis::rules
