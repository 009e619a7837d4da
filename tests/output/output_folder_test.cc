#include "tamis/output/output_folder.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tamis/io/disk_file_system.h"
#include "tests/must.h"
#include "tests/output/run_fixture.h"

namespace tamis::output {
namespace {

pipeline::Plan plain_plan(io::MemoryFileSystem& files) {
  files.add("in.jsonl", json_line("a", kGoodEnglish));
  return must(
      pipeline::build_plan(files, "r.yaml", "write: {format: jsonl}", {.inputs = {"in.jsonl"}}));
}

TEST(OutputFolder, RefusesAFolderThatIsNotEmpty) {
  io::MemoryFileSystem files;
  const pipeline::Plan plan = plain_plan(files);
  files.add("out/report.json", "old");
  const auto folder = OutputFolder::open(plan, files, "out", false);
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code(), ErrorCode::kAlreadyExists);
}

TEST(OutputFolder, OverwritesOnlyWhatRunsWrite) {
  io::MemoryFileSystem files;
  const pipeline::Plan plan = plain_plan(files);
  files.add("out/manifest.json", R"({"format": "tamis-manifest"})");
  for (const char* path : {"out/documents/00000-0007.jsonl.zst", "out/mine.txt",
                           "out/documents/2024-01-01.jsonl", "out/checkpoints/a.pt"}) {
    files.add(path, "old");
  }
  ASSERT_TRUE(OutputFolder::open(plan, files, "out", true));
  EXPECT_FALSE(files.status("out/manifest.json"));
  EXPECT_FALSE(files.status("out/documents/00000-0007.jsonl.zst"));
  for (const char* path :
       {"out/mine.txt", "out/documents/2024-01-01.jsonl", "out/checkpoints/a.pt"}) {
    EXPECT_TRUE(files.status(path)) << path;
  }
}

TEST(OutputFolder, RemovesNothingWhereNoRunIs) {
  io::MemoryFileSystem files;
  const pipeline::Plan plan = plain_plan(files);
  files.add("out/documents/2024-01-01.jsonl", "mine");
  ASSERT_TRUE(OutputFolder::open(plan, files, "out", true));
  EXPECT_TRUE(files.status("out/documents/2024-01-01.jsonl"));
}

TEST(OutputFolder, RefusesToOverwriteItsOwnInput) {
  io::MemoryFileSystem files;
  plain_plan(files);
  files.add("out/manifest.json", R"({"format": "tamis-manifest"})");
  files.add("out/documents/00000-0000.jsonl.zst", "");
  const pipeline::Plan plan =
      must(pipeline::build_plan(files, "r.yaml", "", {.inputs = {"out/documents/*.zst"}}));
  for (const bool overwrites : {false, true}) {
    const auto folder = OutputFolder::open(plan, files, "out", overwrites);
    ASSERT_FALSE(folder);
    EXPECT_NE(folder.error().message().find("this input lies where the run writes"),
              std::string::npos);
  }
  EXPECT_TRUE(files.status("out/documents/00000-0000.jsonl.zst"));
}

TEST(OutputFolder, SaysInWhatACompleteRunIsAnother) {
  io::MemoryFileSystem files;
  files.add("in.jsonl", json_line("a", kGoodEnglish));
  const auto plan_of = [&](std::vector<std::string> values) {
    return must(pipeline::build_plan(files, "r.yaml", "",
                                     {.inputs = {"in.jsonl"}, .values = std::move(values)}));
  };
  const pipeline::Plan plan = plan_of({});
  {
    auto folder = must(OutputFolder::open(plan, files, "out", false));
    const std::atomic<bool> is_stopped = false;
    must(pipeline::run(plan, folder->shards(), files, {}, *folder, is_stopped,
                       [](const pipeline::Progress&) {}));
    must(folder->finish());
  }
  EXPECT_TRUE(OutputFolder::open(plan, files, "out", false));
  const pipeline::Plan other = plan_of({"write.signals=none"});
  const auto folder = OutputFolder::open(other, files, "out", false);
  ASSERT_FALSE(folder);
  EXPECT_NE(folder.error().message().find("holds another run: the --set values differ: "),
            std::string::npos)
      << folder.error().message();
}

TEST(OutputFolder, WritesNoAddress) {
  io::MemoryFileSystem files;
  const pipeline::Plan plan = plain_plan(files);
  EXPECT_FALSE(OutputFolder::open(plan, files, "s3://bucket/out", false));
  const auto remote =
      pipeline::build_plan(files, "r.yaml", "", {.inputs = {"https://a.example/in.jsonl"}});
  ASSERT_FALSE(remote);
  EXPECT_NE(remote.error().message().find("local files only"), std::string::npos);
}

TEST(OutputFolder, RefusesToReplacePartsOfNoRun) {
  io::MemoryFileSystem files;
  const pipeline::Plan plan = plain_plan(files);
  files.add("out/documents/00000-0000.jsonl.zst", "mine");
  EXPECT_FALSE(OutputFolder::open(plan, files, "out", true));
  EXPECT_EQ(must(files.read_all("out/documents/00000-0000.jsonl.zst", 99)), "mine");
}

// On disk, where locks are files.
class SharedFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(folder_);
    ASSERT_TRUE(must(files_.create(folder_ + "in.jsonl"))->commit());
    plan_ = must(pipeline::build_plan(files_, "r.yaml", "", {.inputs = {folder_ + "in.jsonl"}}));
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  auto open(bool overwrites) {
    return OutputFolder::open(plan_, files_, folder_ + "out", overwrites);
  }

  io::DiskFileSystem files_;
  std::string folder_ = testing::TempDir() + "tamis_output_folder_test/";
  pipeline::Plan plan_;
};

TEST_F(SharedFolder, IsNotReplacedBesideAProcessThatHoldsNoShard) {
  auto living = must(open(false));
  auto other = must(open(false));
  EXPECT_EQ(open(true).error().code(), ErrorCode::kUnavailable);
  living.reset();
  EXPECT_EQ(open(true).error().code(), ErrorCode::kUnavailable);
  other.reset();
  EXPECT_TRUE(open(true));
}

TEST_F(SharedFolder, IsLeftAloneWhenItHoldsAnotherRun) {
  const auto late = must(open(false));
  std::filesystem::remove(folder_ +
                          "out/checkpoints/process0.lock");  // as one does that ends a run
  const auto other = must(pipeline::build_plan(
      files_, "r.yaml", "", {.inputs = {folder_ + "in.jsonl"}, .values = {"write.signals=none"}}));
  const auto replacing = must(OutputFolder::open(other, files_, folder_ + "out", true));
  EXPECT_FALSE(must(late->open(late->shards()[0])).has_value());
  EXPECT_FALSE(late->finish());
  EXPECT_TRUE(files_.status(folder_ + "out/checkpoints/run.json"));
  EXPECT_TRUE(must(replacing->open(replacing->shards()[0])).has_value());
}

TEST_F(SharedFolder, IsNotCompleteWhenItsDescriptionIsGone) {
  for (const char* removed : {"out/checkpoints", "out/checkpoints/run.json"}) {
    const auto folder = must(open(false));
    std::filesystem::remove_all(folder_ + removed);
    const auto finished = folder->finish();
    ASSERT_FALSE(finished);
    EXPECT_FALSE(folder->is_complete());
    EXPECT_NE(finished.error().message().find("run.json: was removed"), std::string::npos);
    std::filesystem::remove_all(folder_ + "out");
  }
}

TEST_F(SharedFolder, StaysTheSameRunWhenItsDescriptionIsTouched) {
  const auto folder = must(open(false));
  std::filesystem::last_write_time(folder_ + "out/checkpoints/run.json", {});
  EXPECT_TRUE(must(folder->open(folder->shards()[0])).has_value());
}

TEST_F(SharedFolder, IsCompleteWhenAnotherProcessHasEndedTheRun) {
  const auto late = must(open(false));
  const auto ending = must(open(false));
  const std::atomic<bool> is_stopped = false;
  must(pipeline::run(plan_, ending->shards(), files_, {}, *ending, is_stopped,
                     [](const pipeline::Progress&) {}));
  EXPECT_TRUE(must(ending->finish()).has_value());
  EXPECT_FALSE(must(late->finish()).has_value());
  EXPECT_TRUE(late->is_complete());
}

TEST_F(SharedFolder, SaysWhetherShardsAreFreeWithoutTakingThem) {
  const auto folder = must(open(false));
  EXPECT_TRUE(must(folder->has_free_shards()));
  EXPECT_FALSE(std::filesystem::exists(folder_ + "out/documents/00000-0000.jsonl.zst.partial"));
  const auto held = must(folder->open(folder->shards()[0]));
  EXPECT_FALSE(must(folder->has_free_shards()));
}

TEST(OutputFolder, TakesNoOneElsesCheckpointsForARuns) {
  io::MemoryFileSystem files;
  const pipeline::Plan plan = plain_plan(files);
  files.add("out/checkpoints/model.pt", "mine");
  EXPECT_FALSE(OutputFolder::open(plan, files, "out", false));
  EXPECT_TRUE(files.status("out/checkpoints/model.pt"));
}

TEST(OutputFolder, WritesUtf8WhateverACrawlSays) {
  io::MemoryFileSystem files;
  files.add("caf\xe9.warc",
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.test/\xe9\r\n"
            "Content-Length: 4\r\n\r\nabcd\r\n\r\n"
            "WARC/1.0\r\nWARC-Type: odd\xff\r\nContent-Length: 1\r\n\r\nx\r\n\r\n");
  const pipeline::Plan plan =
      must(pipeline::build_plan(files, "r.yaml", "stages: []", {.inputs = {"caf\xe9.warc"}}));
  auto folder = must(OutputFolder::open(plan, files, "out", false));
  const std::atomic<bool> is_stopped = false;
  must(pipeline::run(plan, folder->shards(), files, {}, *folder, is_stopped,
                     [](const pipeline::Progress&) {}));
  const auto ledger = must(folder->finish());
  ASSERT_TRUE(ledger.has_value());
  EXPECT_EQ(ledger->other_records.count("odd\xef\xbf\xbd"), 1u);
  const std::string manifest = must(files.read_all("out/manifest.json", 1 << 20));
  EXPECT_NE(manifest.find("caf\xef\xbf\xbd.warc"), std::string::npos);
}

TEST(OutputFolder, PartsFollowTheInputAlone) {
  const Outcome outcome = run_in_memory(web_recipe(), mixed_input(5), {}, {"write.part_bytes=1"});
  // A part a document with a payload; a line that is no JSON has none and shares the next part.
  EXPECT_TRUE(outcome.files.contains("documents/00000-0030.jsonl.zst"));
  EXPECT_TRUE(outcome.files.contains("rejected/00000-0030.jsonl.zst"));
  EXPECT_FALSE(outcome.files.contains("documents/00000-0031.jsonl.zst"));
}

// A line that reads like an advertisement is cut out of one document, and drops the next whole.
TEST(Examples, DoNotDependOnBatches) {
  std::string input;
  for (int index = 0; index < 4; ++index) {
    input += json_line("cut" + std::to_string(index),
                       "Lorem ipsum dolor sit amet. " + std::string(kGoodEnglish));
    input += json_line("drop" + std::to_string(index), "Lorem ipsum dolor sit amet.");
  }
  const std::string recipe = "stages:\n  - s: [{lorem_ipsum_sentence: {}}]\nwrite: {}\n";
  const Outcome together = run_in_memory(recipe, input, {.batch_size = {.num_rows_max = 512}});
  const Outcome alone = run_in_memory(recipe, input, {.batch_size = {.num_rows_max = 1}});
  EXPECT_EQ(together.files, alone.files);
}

TEST(ReportJson, HoldsTheBooks) {
  const Outcome outcome = run_in_memory(web_recipe(), mixed_input(2), {});
  const std::string& report = outcome.files.at("report.json");
  for (const std::string_view part :
       {"\"documents\": {\n    \"read\": 14,\n    \"kept\": 8\n  }", "\"unparsable_line\": {",
        "\"no_branch\": {", "\"contact_mark_count\": {", "加微信abc12345"}) {
    EXPECT_NE(report.find(part), std::string::npos) << part;
  }
}

TEST(ReportText, ShowsDropsAndCuts) {
  const Outcome outcome = run_in_memory(web_recipe(), mixed_input(2), {});
  const std::string text = report_text(*outcome.plan, *outcome.ledger);
  for (const std::string_view part :
       {"- unparsable_line", "- no_branch", "- word_count", "~ contact_mark_count",
        "~ boilerplate_phrase_ratio", "kept"}) {
    EXPECT_NE(text.find(part), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace tamis::output
