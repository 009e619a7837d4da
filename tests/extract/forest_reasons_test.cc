#include "tamis/extract/forest_reasons.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "tamis/extract/class_words.h"
#include "tamis/extract/html_tag.h"

namespace tamis::extract {
namespace {

using Table = std::vector<Rows>;

Columns columns_of(const Table& table) { return Columns(table.data(), kNumColumns); }

// Column 7 parts leaf 0 from leaves 1 and 2, which column 9 parts. Means: 20; 25 on the right.
constexpr Tree kTree = {{{{7, 5, 0b001}, {9, 0, 0b010}}}, {10, 20, 30}};

TEST(FindReasons, SaysByHowMuchEachColumnMovedTheScore) {
  Table table(kNumColumns);
  const auto reasons = [&](std::int16_t value, std::int16_t other) {
    table[7][3] = value;
    table[9][3] = other;
    std::string text;
    for (const Reason& reason : find_reasons({&kTree, 1}, columns_of(table), 3))
      text += std::to_string(reason.column) + ':' + std::to_string(reason.points) + ' ';
    return text;
  };
  EXPECT_EQ(reasons(5, 1), "7:-10 ");
  EXPECT_EQ(reasons(6, 0), "7:5 9:-5 ");
  EXPECT_EQ(reasons(6, 1), "7:5 9:5 ");
}

// What all columns moved, and the mean of all leaves, is the score: every way ends at its leaf.
TEST(FindReasons, AddsUpToTheScore) {
  std::mt19937 random(1);
  for (const Forest forest : {first_forest(), second_forest()}) {
    double mean = 0.0;
    for (const Tree& tree : forest)
      mean += std::accumulate(tree.points.begin(), tree.points.end(), 0.0) / kNumLeaves;
    Table table(kNumColumns);
    for (Rows& column : table) {
      for (std::int16_t& value : column) value = static_cast<std::int16_t>(random() % 300 - 100);
    }
    const Rows scores = score(columns_of(table), forest, kNumRows);
    for (std::size_t row = 0; row < kNumRows; ++row) {
      double sum = mean;
      for (const Reason& reason : find_reasons(forest, columns_of(table), row))
        sum += reason.points;
      ASSERT_NEAR(sum, scores[row], kNumColumns / 2.0) << row;
    }
  }
}

TEST(FindReasons, PutsTheStrongestFirst) {
  const Table table(kNumColumns);
  const auto reasons = find_reasons(second_forest(), columns_of(table), 0);
  ASSERT_GT(reasons.size(), 3U);
  EXPECT_TRUE(std::ranges::is_sorted(reasons, std::ranges::greater(),
                                     [](const Reason& reason) { return std::abs(reason.points); }));
}

TEST(Describe, NamesEveryColumn) {
  EXPECT_EQ(describe(static_cast<std::size_t>(BlockFeature::kLinkShare), 40), "link_share = 40");
  const auto navigation = static_cast<std::size_t>(ClassMeaning::kNavigation);
  EXPECT_EQ(describe(kNearColumn + navigation, 1), "class navigation");
  EXPECT_EQ(describe(kAnyColumn + navigation, 0), "not in navigation");
  EXPECT_EQ(describe(kContextColumn + 1, -5), "previous_score = -5");
  for (std::size_t i = 0; i < kNumBlockTags; ++i) {
    EXPECT_EQ(block_tag_bit(block_tag(i)), BlockTags{1} << i);
    EXPECT_EQ(describe(kTagColumn + i, 1), "in <" + std::string(tag_name(block_tag(i))) + '>');
  }
}

}  // namespace
}  // namespace tamis::extract
