#include "tamis/pipeline/shard.h"

#include <gtest/gtest.h>

namespace tamis::pipeline {
namespace {

Plan plan_of(const std::vector<std::int64_t>& file_sizes) {
  Plan plan;
  plan.output.shard_bytes = 100;
  for (const std::int64_t num_bytes : file_sizes) plan.files.push_back({.num_bytes = num_bytes});
  return plan;
}

std::vector<std::size_t> ends(const std::vector<Shard>& shards) {
  std::vector<std::size_t> ends;
  std::size_t file = 0;
  for (const Shard& shard : shards) {
    EXPECT_EQ(shard.index, ends.size());
    EXPECT_EQ(shard.first_file, file);
    file = shard.end_file;
    ends.push_back(file);
  }
  return ends;
}

TEST(Shards, TakeFilesUntilTheyAreLargeEnough) {
  EXPECT_EQ(ends(shards_of(plan_of({60, 40, 250, 1, 1, 98, 7}))),
            (std::vector<std::size_t>{2, 3, 6, 7}));
}

TEST(Shards, OfNothingAreOne) {
  EXPECT_EQ(ends(shards_of(plan_of({}))), std::vector<std::size_t>{0});
  EXPECT_EQ(ends(shards_of(plan_of({0, 0}))), std::vector<std::size_t>{2});
}

TEST(Shards, SingleOneHoldsAllFiles) {
  EXPECT_EQ(ends(single_shard(plan_of({500, 500}))), std::vector<std::size_t>{2});
}

}  // namespace
}  // namespace tamis::pipeline
