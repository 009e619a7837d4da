#include "tamis/extract/forest_scores.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <random>
#include <vector>

namespace tamis::extract {
namespace {

using Table = std::vector<Rows>;

Columns columns_of(const Table& table) { return Columns(table.data(), kNumColumns); }

// Up to 5: 10 points; more: 20, and 30 where the other column is above 0.
constexpr Tree kTree = {{{{7, 5, 0b001}, {9, 0, 0b010}}}, {10, 20, 30}};

TEST(ForestScores, TakeTheLeafThatTheSplitsLeadTo) {
  for (const std::size_t row : {std::size_t{0}, std::size_t{13}, kNumRows - 1}) {
    const auto score_of = [&](std::int16_t value, std::int16_t other) {
      Table table(kNumColumns);
      table[7][row] = value;
      table[9][row] = other;
      return score(columns_of(table), {&kTree, 1}, row + 1)[row];
    };
    EXPECT_EQ(score_of(5, 0), 10);
    EXPECT_EQ(score_of(5, 1), 10);
    EXPECT_EQ(score_of(6, 0), 20);
    EXPECT_EQ(score_of(6, 1), 30);
  }
}

// By walking: from the leaves that are left, each split takes some away.
Rows walk(const Table& table, Forest forest) {
  Rows scores = {};
  for (std::size_t row = 0; row < kNumRows; ++row) {
    for (const Tree& tree : forest) {
      unsigned leaves = 0xFFFF;
      for (const Split& split : tree.splits) {
        const int value = table[static_cast<std::size_t>(split.column)][row];
        if (value > split.at_most) leaves &= ~unsigned{split.left};
      }
      scores[row] = static_cast<std::int16_t>(
          scores[row] + tree.points[static_cast<std::size_t>(std::countr_zero(leaves))]);
    }
  }
  return scores;
}

// Values around the bounds, where a wrong turn would show.
Table make_table(Forest forest, std::mt19937& random) {
  Table table(kNumColumns);
  for (Rows& column : table) {
    for (std::int16_t& value : column) {
      const Tree& tree = forest[random() % forest.size()];
      const int bound = tree.splits[random() % tree.splits.size()].at_most;
      value = static_cast<std::int16_t>(bound + static_cast<int>(random() % 3) - 1);
    }
  }
  return table;
}

using Score = Rows (*)(Columns, Forest, std::size_t);

class ForestScoresBy : public testing::TestWithParam<Score> {};

TEST_P(ForestScoresBy, AgreeWithAWalk) {
  if (GetParam() == score_by_avx2 && !has_avx2()) GTEST_SKIP() << "no AVX2";
  if (GetParam() == score_by_avx512 && !has_avx512()) GTEST_SKIP() << "no AVX-512";
  std::mt19937 random(1);
  for (const Forest forest : {first_forest(), second_forest()}) {
    for (int i = 0; i < 20; ++i) {
      const Table table = make_table(forest, random);
      const Rows expected = walk(table, forest);
      for (const std::size_t num_rows : {1, 8, 9, 16, 17, 32}) {
        const Rows scores = GetParam()(columns_of(table), forest, num_rows);
        ASSERT_TRUE(std::equal(expected.begin(), expected.begin() + num_rows, scores.begin()));
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(AllWays, ForestScoresBy,
                         testing::Values(score, score_portably, score_by_avx2, score_by_avx512));

}  // namespace
}  // namespace tamis::extract
