#include "tamis/pipeline/memory_budget.h"

#include <gtest/gtest.h>

#include "tamis/io/memory_file_system.h"
#include "tamis/pipeline/plan_builder.h"
#include "tests/must.h"

namespace tamis::pipeline {
namespace {

constexpr std::int64_t kGibibyte = std::int64_t{1} << 30;

MemoryBudget budget_of(int num_threads, std::int64_t memory_bytes) {
  return must(memory_budget(Plan(), {.num_threads = num_threads, .memory_bytes = memory_bytes}));
}

TEST(MemoryBudget, GivesEveryThreadAShardAndTwoBatchesIfItCan) {
  const MemoryBudget budget = budget_of(4, 64 * kGibibyte);
  EXPECT_EQ(budget.num_lanes, 4);
  EXPECT_EQ(budget.num_workers, 9);
}

TEST(MemoryBudget, TakesFewerOfBothForLessMemory) {
  const MemoryBudget large = budget_of(64, 8 * kGibibyte), small = budget_of(64, kGibibyte);
  EXPECT_LT(small.num_lanes, large.num_lanes);
  EXPECT_LT(small.num_workers, large.num_workers);
  EXPECT_GE(small.num_lanes, 1);
  EXPECT_GT(small.num_workers, small.num_lanes);
}

TEST(MemoryBudget, RefusesTooLittleAndSaysHowMuchIsNeeded) {
  const auto budget = memory_budget(Plan(), {.memory_bytes = 64 << 20});
  ASSERT_FALSE(budget);
  EXPECT_EQ(budget.error().code(), ErrorCode::kUnavailable);
  EXPECT_NE(budget.error().message().find("64 MiB is too little"), std::string::npos);
}

// 8 threads with 2 GiB: zstd's tables of level 19 are 80 MiB a file, groups of Parquet more.
TEST(MemoryBudget, HoldsWhatFilesTake) {
  Plan plan;
  const auto num_lanes = [&] {
    return must(memory_budget(plan, {.num_threads = 8, .memory_bytes = 2 * kGibibyte})).num_lanes;
  };
  const int plain = num_lanes();
  plan.files.push_back({.path = "a.parquet"});
  const int reading = num_lanes();
  EXPECT_LT(reading, plain);
  plan.files.clear();
  plan.output.zstd_level = 19;
  const int small = num_lanes();
  EXPECT_LT(small, plain);
  plan.output = {.format = "parquet"};
  EXPECT_LT(num_lanes(), small);
}

TEST(MemoryBudget, GivesAFileWhatNobodyElseTakes) {
  const MemoryBudget small = budget_of(2, kGibibyte), large = budget_of(2, 8 * kGibibyte);
  EXPECT_GE(small.file_bytes, std::int64_t{64} << 20);
  EXPECT_GT(large.file_bytes, 2 * kGibibyte);
  EXPECT_LT(large.file_bytes, 4 * kGibibyte);
}

TEST(MemoryBudget, HoldsWhatTheLimitsLetThrough) {
  for (const auto limit : {&Limits::document_bytes_max, &Limits::header_bytes_max}) {
    Plan plan;
    plan.limits.*limit = kGibibyte;
    EXPECT_FALSE(memory_budget(plan, {.memory_bytes = 2 * kGibibyte}));
    EXPECT_TRUE(memory_budget(plan, {.memory_bytes = 8 * kGibibyte}));
  }
}

TEST(MemoryBudget, HoldsMetadataWhereThereMayBeSome) {
  Plan plan;
  plan.limits.metadata_bytes_max = kGibibyte;
  EXPECT_TRUE(memory_budget(plan, {.memory_bytes = 2 * kGibibyte}));
  plan.has_metadata = true;
  EXPECT_FALSE(memory_budget(plan, {.memory_bytes = 2 * kGibibyte}));
  EXPECT_TRUE(memory_budget(plan, {.memory_bytes = 8 * kGibibyte}));
}

TEST(MemoryBudget, HoldsTheBooksOfManyStepsAndSources) {
  Plan plan;
  plan.steps.resize(20'000);
  EXPECT_FALSE(memory_budget(plan, {.memory_bytes = kGibibyte}));
  plan.steps.resize(100);
  EXPECT_TRUE(memory_budget(plan, {.memory_bytes = kGibibyte}));
  plan.sources.resize(100'000);
  EXPECT_FALSE(memory_budget(plan, {.memory_bytes = kGibibyte}));
}

TEST(MemoryBudget, HoldsTheNamesOfManyFiles) {
  Plan plan;
  const RunOptions options = {.memory_bytes = 640 << 20};
  plan.files.resize(300'000);
  EXPECT_TRUE(memory_budget(plan, options));
  for (InputFile& file : plan.files) file.path = std::string(600, 'a');
  EXPECT_FALSE(memory_budget(plan, options));
}

TEST(MemoryBudget, HoldsTheNumbersOfManyRows) {
  Plan plan;
  plan.signals.resize(6'000);
  RunOptions options = {.memory_bytes = kGibibyte};
  EXPECT_TRUE(memory_budget(plan, options));
  options.batch_size.num_rows_max = 1'000'000;  // of which the bytes of a batch let 8,000 through
  EXPECT_FALSE(memory_budget(plan, options));
  options.memory_bytes = 2 * kGibibyte;
  EXPECT_TRUE(memory_budget(plan, options));
}

TEST(MemoryBudget, HoldsAWindowOfZstdForEachFurtherShard) {
  Plan plan;
  const auto budget = [&](std::int64_t memory_bytes) {
    return must(memory_budget(plan, {.num_threads = 8, .memory_bytes = memory_bytes}));
  };
  const MemoryBudget plain = budget(2 * kGibibyte);
  plan.files.push_back({.path = "a.jsonl.zst"});
  EXPECT_LT(budget(2 * kGibibyte).num_lanes, plain.num_lanes);
  EXPECT_EQ(budget(8 * kGibibyte).num_lanes, 8);
  EXPECT_EQ(budget(kGibibyte / 2).num_lanes, 1);
}

TEST(MemoryBudget, HoldsTheTablesOfRulesThatCountWindows) {
  const RunOptions options = {.num_threads = 64, .memory_bytes = 4 * kGibibyte};
  const auto num_workers = [&](std::string_view rule) {
    const io::MemoryFileSystem files;
    const std::string recipe = "stages:\n  - a: [" + std::string(rule) + "]\n";
    return must(memory_budget(must(build_plan(files, "r.yaml", recipe, {.needs_inputs = false})),
                              options))
        .num_workers;
  };
  const int without = num_workers("word_count");
  EXPECT_LT(num_workers("repeated_window_ratio"), without);
  EXPECT_LT(num_workers("character_repetition_ratio"), without);
}

}  // namespace
}  // namespace tamis::pipeline
