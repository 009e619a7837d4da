#include "tamis/extract/block_table.h"

#include <gtest/gtest.h>

#include <random>

namespace tamis::extract {
namespace {

struct Row {
  BlockFeatures features;
  ContextFeatures context = {};
};

Row random_row(std::mt19937_64& random) {
  Row row;
  for (std::int16_t& value : row.features.values) value = static_cast<std::int16_t>(random());
  for (std::int16_t& value : row.context) value = static_cast<std::int16_t>(random());
  row.features.meanings_near = random();
  row.features.meanings_any = random();
  row.features.tags_any = random();
  return row;
}

// A block's value in a column, by their definition.
int value_at(std::size_t column, const Row& row) {
  const auto bit_of = [&](std::uint64_t bits, std::size_t first) {
    return static_cast<int>(bits >> (column - first) & 1);
  };
  if (column < kNearColumn) return row.features.values[column];
  if (column < kAnyColumn) return bit_of(row.features.meanings_near, kNearColumn);
  if (column < kTagColumn) return bit_of(row.features.meanings_any, kAnyColumn);
  if (column < kContextColumn) return bit_of(row.features.tags_any, kTagColumn);
  return row.context[column - kContextColumn];
}

TEST(BlockTable, HasEveryValueInItsColumn) {
  std::mt19937_64 random(1);
  BlockTable table;
  for (int round = 0; round < 2; ++round) {  // the second writes over the first
    std::vector<Row> rows(kNumRows);
    for (std::size_t i = 0; i < kNumRows; ++i) {
      rows[i] = random_row(random);
      table.set_row(i, rows[i].features, &rows[i].context);
    }
    const Columns columns = table.columns();
    for (std::size_t column = 0; column < kNumColumns; ++column) {
      for (std::size_t i = 0; i < kNumRows; ++i)
        ASSERT_EQ(columns[column][i], value_at(column, rows[i])) << column << ' ' << i;
    }
  }
}

TEST(BlockTable, LeavesContextAsItIsForTheFirstForest) {
  std::mt19937_64 random(1);
  BlockTable table;
  const Row row = random_row(random);
  table.set_row(3, row.features, &row.context);
  table.set_row(3, random_row(random).features, nullptr);
  EXPECT_EQ(table.columns()[kContextColumn][3], row.context[0]);
}

}  // namespace
}  // namespace tamis::extract
