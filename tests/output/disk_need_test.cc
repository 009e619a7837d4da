#include "tamis/output/disk_need.h"

#include <gtest/gtest.h>

#include "tamis/io/memory_file_system.h"
#include "tests/must.h"

namespace tamis::output {
namespace {

constexpr std::int64_t kMegabyte = 1'000'000;

pipeline::Plan plan_of(const std::string& path, std::int64_t num_bytes) {
  pipeline::Plan plan;
  plan.files.push_back({.path = path, .num_bytes = num_bytes});
  return plan;
}

TEST(DiskNeed, FollowsWhatFilesHoldAndHowTheyArePacked) {
  const auto need = [](const char* path) {
    return estimate_output_bytes(plan_of(path, 100 * kMegabyte)) / kMegabyte;
  };
  EXPECT_EQ(need("crawl.warc.gz"), 16);
  EXPECT_EQ(need("crawl.warc"), 3);
  EXPECT_EQ(need("pages.jsonl.zst"), 150);
  EXPECT_EQ(need("pages.jsonl"), 32);
  EXPECT_EQ(need("pages.parquet"), 150);
}

TEST(DiskNeed, GrowsWithTheColumns) {
  pipeline::Plan plan = plan_of("a.jsonl.gz", 100 * kMegabyte);
  for (int i = 0; i < 64; ++i) plan.signals.push_back({.name = std::to_string(i), .unit = ""});
  EXPECT_EQ(estimate_output_bytes(plan) / kMegabyte, 150 + 5 * 64 * 100 / 128);
  plan.output.signals = "none";
  EXPECT_EQ(estimate_output_bytes(plan) / kMegabyte, 150);
}

TEST(DiskNeed, CountsEachFile) {
  pipeline::Plan plan;
  for (int i = 0; i < 3000; ++i) plan.files.push_back({.path = "a.txt", .num_bytes = 1});
  EXPECT_GE(estimate_output_bytes(plan), 100'000);
  plan.signals.push_back({.name = "a", .unit = ""});
  EXPECT_GE(estimate_output_bytes(plan), 100'000 + 3000 * 5);
}

TEST(DiskNeed, SaysWhatIsNeededAndWhatIsThere) {
  const io::MemoryFileSystem files;  // has 2^50 bytes free
  const std::string text =
      must(check_disk(plan_of("a.jsonl", 100 * kMegabyte), files, "out", false));
  EXPECT_NE(text.find("out: usually less than 32.0"), std::string::npos) << text;
}

TEST(DiskNeed, IsNotKnownOfPipes) {
  const io::MemoryFileSystem files;
  pipeline::Plan plan;
  plan.files.push_back({.path = "-", .is_stream = true});
  std::string text = must(check_disk(plan, files, "out", false));
  EXPECT_TRUE(text.starts_with("out: how much will be written is not known")) << text;
  plan.files.push_back({.path = "a.jsonl", .num_bytes = 100 * kMegabyte});
  text = must(check_disk(plan, files, "out", false));
  EXPECT_NE(text.find("to be written, besides what comes through pipes"), std::string::npos)
      << text;
}

TEST(DiskNeed, CountsWhatIsThereOnceOnly) {
  io::MemoryFileSystem files;
  files.add("out/documents/a.jsonl", std::string(2 * kMegabyte, 'x'));
  const pipeline::Plan plan = plan_of("a.jsonl", 10 * kMegabyte);
  const std::string going_on = must(check_disk(plan, files, "out", false));
  EXPECT_NE(going_on.find("out: usually less than 1.2"), std::string::npos) << going_on;
  const std::string replacing = must(check_disk(plan, files, "out", true));
  EXPECT_NE(replacing.find("out: usually less than 3.2"), std::string::npos) << replacing;
}

TEST(DiskNeed, RefusesWhatDoesNotFit) {
  const io::MemoryFileSystem files;
  const auto refusal = check_disk(plan_of("a.jsonl", std::int64_t{1} << 55), files, "out", false);
  ASSERT_FALSE(refusal);
  EXPECT_EQ(refusal.error().code(), ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace tamis::output
