#include "tamis/extract/forest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <random>

namespace tamis::extract {
namespace {

constexpr auto kWordsColumn = static_cast<std::int16_t>(BlockFeature::kWords);
constexpr auto kBitColumn = static_cast<std::int16_t>(kNearColumn + 3);

// Words up to 5: 10 points; more: 20, and 30 with the bit.
constexpr Tree kTree = {{{{kWordsColumn, 5, 0b001}, {kBitColumn, 0, 0b010}}}, {10, 20, 30}};

std::int32_t score_of(int num_words, ClassMeanings near, std::size_t row) {
  BlockFeatures features;
  features[BlockFeature::kWords] = static_cast<std::int16_t>(num_words);
  features.meanings_near = near;
  BlockTable table;
  table.set_row(row, features, nullptr);
  return table.score({&kTree, 1}, row + 1)[row];
}

TEST(BlockTable, TakesTheLeafThatTheSplitsLeadTo) {
  for (const std::size_t row : {std::size_t{0}, std::size_t{13}, BlockTable::kNumRows - 1}) {
    EXPECT_EQ(score_of(5, 0, row), 10);
    EXPECT_EQ(score_of(5, 8, row), 10);
    EXPECT_EQ(score_of(6, 0, row), 20);
    EXPECT_EQ(score_of(6, 7, row), 20);
    EXPECT_EQ(score_of(6, 8, row), 30);
  }
}

// A block's value in a column, by their definition.
int value_at(std::size_t column, const BlockFeatures& features, const ContextFeatures& context) {
  const auto bit_of = [&](std::uint64_t bits, std::size_t first) {
    return static_cast<int>(bits >> (column - first) & 1);
  };
  if (column < kNearColumn) return features.values[column];
  if (column < kAnyColumn) return bit_of(features.meanings_near, kNearColumn);
  if (column < kTagColumn) return bit_of(features.meanings_any, kAnyColumn);
  if (column < kContextColumn) return bit_of(features.tags_any, kTagColumn);
  return context[column - kContextColumn];
}

// The same by walking: from the leaves that are left, each split takes some away.
std::int32_t walk(Forest forest, const BlockFeatures& features, const ContextFeatures& context) {
  std::int32_t score = 0;
  for (const Tree& tree : forest) {
    unsigned leaves = 0xFFFF;
    for (const Split& split : tree.splits) {
      const int value = value_at(static_cast<std::size_t>(split.column), features, context);
      if (value > split.at_most) leaves &= ~unsigned{split.left};
    }
    score += tree.points[static_cast<std::size_t>(std::countr_zero(leaves))];
  }
  return score;
}

// Values around the bounds, where a wrong turn would show.
std::int16_t random_value(Forest forest, std::mt19937& random) {
  const Tree& tree = forest[random() % forest.size()];
  const int bound = tree.splits[random() % tree.splits.size()].at_most;
  return static_cast<std::int16_t>(bound + static_cast<int>(random() % 3) - 1);
}

TEST(BlockTable, AgreesWithAWalk) {
  std::mt19937 random(1);
  std::mt19937_64 random_bits(1);
  for (const Forest forest : {first_forest(), second_forest()}) {
    for (int i = 0; i < 20; ++i) {
      BlockTable table;
      std::array<std::int16_t, BlockTable::kNumRows> expected;
      for (std::size_t row = 0; row < BlockTable::kNumRows; ++row) {
        BlockFeatures features;
        ContextFeatures context = {};
        for (std::int16_t& value : features.values) value = random_value(forest, random);
        for (std::int16_t& value : context) value = random_value(forest, random);
        features.meanings_near = random_bits();
        features.meanings_any = random_bits();
        features.tags_any = random_bits();
        table.set_row(row, features, &context);
        expected[row] = static_cast<std::int16_t>(walk(forest, features, context));
      }
      ASSERT_EQ(table.score(forest, BlockTable::kNumRows), expected);
      for (const std::size_t num_rows : {1, 8, 9, 16, 17}) {
        const auto scores = table.score(forest, num_rows);
        ASSERT_TRUE(std::equal(expected.begin(), expected.begin() + num_rows, scores.begin()));
      }
    }
  }
}

// What the table relies on; the trees are generated.
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
