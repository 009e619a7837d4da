#include "tamis/output/run_files.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tamis/io/disk_file_system.h"
#include "tamis/io/memory_file_system.h"
#include "tamis/pipeline/plan_builder.h"
#include "tests/must.h"

namespace tamis::output {
namespace {

TEST(RunFiles, AreKnownByWholeNames) {
  for (const char* name :
       {"00003-0000.jsonl.zst", "123456-12345.parquet", "00003-0000.jsonl.zst.partial"}) {
    EXPECT_TRUE(is_part_name(name)) << name;
  }
  for (const char* name :
       {"2024-01-01.jsonl", "2024-0101.jsonl.zst", "00003-0000.jsonl", "00003.parquet",
        "00003-0000.jsonl.zst.bak", "a00003-0000.parquet", ""}) {
    EXPECT_FALSE(is_part_name(name)) << name;
  }
  for (const char* name : {"run.json", "run.lock", "00003.lock", "00003.jsonl",
                           "00003.jsonl.partial", "process12.lock", "run.json.partial"}) {
    EXPECT_TRUE(is_checkpoint_name(name)) << name;
  }
  for (const char* name : {"1.jsonl", "2024-01.jsonl", "model.lock", "process.lock", "a.pt"}) {
    EXPECT_FALSE(is_checkpoint_name(name)) << name;
  }
  EXPECT_FALSE(is_beginning_name("run.json"));
  EXPECT_FALSE(is_beginning_name("00003.jsonl"));
}

class InputsOnDisk : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_ + "out/documents");
    add("out/documents/a.jsonl");
    add("out/beside.jsonl");
    std::filesystem::create_directory_symlink(folder_ + "out", folder_ + "link");
    std::filesystem::create_symlink(folder_ + "out/documents/a.jsonl", folder_ + "a.jsonl");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void add(const std::string& name) { ASSERT_TRUE(must(files_.create(folder_ + name))->commit()); }

  bool is_refused(const std::string& input, const std::string& output) {
    const auto plan = must(pipeline::build_plan(files_, "r.yaml", "", {.inputs = {input}}));
    return !check_inputs(plan, files_, RunPaths(output, 1, ".jsonl.zst"));
  }

  io::DiskFileSystem files_;
  std::string folder_ = testing::TempDir() + "tamis_run_files_test/";
};

TEST_F(InputsOnDisk, AreRefusedWhereTheRunWrites) {
  const std::string out = folder_ + "out";
  EXPECT_TRUE(is_refused(folder_ + "out/documents/a.jsonl", out));
  EXPECT_TRUE(is_refused(folder_ + "link/documents/*", out));
  EXPECT_TRUE(is_refused(folder_ + "out/documents/../documents/a.jsonl", folder_ + "link"));
  EXPECT_TRUE(is_refused(folder_ + "a.jsonl", out));
  EXPECT_TRUE(is_refused(folder_ + "**/*", out));
  EXPECT_FALSE(is_refused(folder_ + "out/beside.jsonl", out));
  EXPECT_FALSE(is_refused(folder_ + "out/documents/a.jsonl", folder_ + "other"));
}

TEST(RunFiles, NameWhatANewRunWouldReplace) {
  for (const char* path : {"out/manifest.json", "out/documents/00000-0000.jsonl.zst",
                           "out/rejected/00000-0000.parquet", "out/checkpoints/00000.jsonl"}) {
    io::MemoryFileSystem files;
    files.add("out/documents/2024-01-01.jsonl", "mine");
    files.add("out/checkpoints/run.lock", "");
    const RunPaths paths("out", 1, ".jsonl.zst");
    EXPECT_TRUE(check_nothing_replaced(files, paths));
    files.add(path, "mine");
    const auto refusal = check_nothing_replaced(files, paths);
    ASSERT_FALSE(refusal) << path;
    EXPECT_NE(refusal.error().message().find(path), std::string::npos);
  }
}

}  // namespace
}  // namespace tamis::output
