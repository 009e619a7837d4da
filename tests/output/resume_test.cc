// Runs that are stopped, at every call that changes a file, and begun again.
#include <gtest/gtest.h>

#include <thread>

#include "tamis/output/manifest.h"
#include "tests/must.h"
#include "tests/output/dying_file_system.h"
#include "tests/output/run_fixture.h"

namespace tamis::output {
namespace {

constexpr int kNumInputs = 5;

// Some shards of some parts of some checkpoints each.
pipeline::Plan small_plan(const io::FileSystem& files, std::vector<std::string> more_values = {}) {
  std::vector<std::string> values = {"write.shard_bytes=6000", "write.part_bytes=3000",
                                     "write.checkpoint_bytes=700", "write.zstd_level=1"};
  values.insert(values.end(), more_values.begin(), more_values.end());
  return must(pipeline::build_plan(files, "web.yaml", web_recipe(),
                                   {.inputs = {"in/*.jsonl"}, .values = std::move(values)}));
}

void add_inputs(io::MemoryFileSystem& files) {
  for (int index = 0; index < kNumInputs; ++index) {
    files.add("in/" + std::to_string(index) + ".jsonl", mixed_input(1 + index));
  }
}

// How many documents a run put through its stages, or what ended it.
Result<std::int64_t> run_documents(const pipeline::Plan& plan, io::FileSystem& files,
                                   int num_threads, RowIndex num_rows, bool overwrites) {
  TAMIS_ASSIGN(const auto folder, OutputFolder::open(plan, files, "out", overwrites));
  if (folder->is_complete()) return 0;
  const pipeline::RunOptions options = {.num_threads = num_threads,
                                        .batch_size = {.num_rows_max = num_rows}};
  const std::atomic<bool> is_stopped = false;
  TAMIS_ASSIGN(const auto profile, pipeline::run(plan, folder->shards(), files, options, *folder,
                                                 is_stopped, [](const pipeline::Progress&) {}));
  TAMIS_ASSIGN(const auto ledger, folder->finish());
  return profile.stages.front().documents;
}

// Nothing, or what ended the run.
std::optional<Error> try_run(const pipeline::Plan& plan, io::FileSystem& files, int num_threads,
                             RowIndex num_rows, bool overwrites = false) {
  auto result = run_documents(plan, files, num_threads, num_rows, overwrites);
  if (result) return std::nullopt;
  return std::move(result).error();
}

std::map<std::string, std::string> outputs(const io::MemoryFileSystem& files) {
  std::map<std::string, std::string> contents;
  for (const std::string& path : must(files.list("out/**"))) {
    contents[path] = must(files.read_all(path, std::int64_t{1} << 30));
  }
  return contents;
}

std::map<std::string, std::string> reference() {
  io::MemoryFileSystem files;
  add_inputs(files);
  EXPECT_FALSE(try_run(small_plan(files), files, 1, 512).has_value());
  return outputs(files);
}

// How many calls a whole run makes that change files.
int num_calls() {
  io::MemoryFileSystem files;
  add_inputs(files);
  constexpr int kMany = 1 << 20;
  DyingFileSystem counted(files, kMany);
  EXPECT_FALSE(try_run(small_plan(files), counted, 1, 512).has_value());
  return kMany - counted.num_left();
}

TEST(Resume, GivesTheSameBytesWhereverTheRunDied) {
  const auto expected = reference();
  ASSERT_GT(expected.size(), 15u);  // several parts of several shards
  EXPECT_FALSE(expected.contains("out/checkpoints/run.json"));
  const int num_calls_of_run = num_calls();
  ASSERT_GT(num_calls_of_run, 80);
  io::MemoryFileSystem inputs;
  add_inputs(inputs);
  const pipeline::Plan plan = small_plan(inputs);
  for (int num_calls = 0; num_calls < num_calls_of_run; ++num_calls) {
    io::MemoryFileSystem files;
    add_inputs(files);  // the same files, put there at the same times
    DyingFileSystem dying(files, num_calls);
    // Behind the manifest there is only cleaning up, whose failure is no failure of the run.
    const bool has_died = try_run(plan, dying, 1 + num_calls % 3, 7).has_value();
    EXPECT_TRUE(has_died || files.status("out/manifest.json").has_value()) << num_calls;
    const auto error = try_run(plan, files, 2, 5);
    ASSERT_FALSE(error.has_value()) << num_calls << ": " << error->message();
    ASSERT_EQ(outputs(files), expected) << num_calls;
  }
}

TEST(Resume, GivesTheSameBytesWhereverReplacingTheRunDied) {
  io::MemoryFileSystem inputs;
  add_inputs(inputs);
  const pipeline::Plan plan = small_plan(inputs);
  const auto expected = reference();
  for (int num_calls = 0; num_calls < 30; ++num_calls) {
    io::MemoryFileSystem files;
    add_inputs(files);
    DyingFileSystem stopped(files, 60);
    EXPECT_TRUE(try_run(plan, stopped, 1, 7).has_value());
    DyingFileSystem dying(files, num_calls);
    EXPECT_TRUE(try_run(plan, dying, 1, 7, true).has_value()) << num_calls;
    const auto error = try_run(plan, files, 1, 512);
    ASSERT_FALSE(error.has_value()) << num_calls << ": " << error->message();
    ASSERT_EQ(outputs(files), expected) << num_calls;
  }
}

// Of a complete run of more parts: the folder is its until the description of the new one is there.
TEST(Resume, GoesOnByThePlainCommandWhereverReplacingAnotherRunDied) {
  io::MemoryFileSystem inputs;
  add_inputs(inputs);
  const pipeline::Plan plan = small_plan(inputs);
  const pipeline::Plan old_plan = small_plan(inputs, {"write.part_bytes=500"});
  const auto expected = reference();
  int num_gone_on = 0;
  for (int num_calls = 0; num_calls < 30; ++num_calls) {
    io::MemoryFileSystem files;
    add_inputs(files);
    ASSERT_FALSE(try_run(old_plan, files, 1, 512).has_value());
    DyingFileSystem dying(files, num_calls);
    EXPECT_TRUE(try_run(plan, dying, 1, 7, true).has_value()) << num_calls;
    DyingFileSystem dying_again(files, 40);
    try_run(plan, dying_again, 1, 7);
    const bool is_old = !try_run(old_plan, files, 1, 512).has_value();
    const auto error = try_run(plan, files, 1, 512);
    EXPECT_EQ(is_old, error.has_value()) << num_calls;
    if (is_old) continue;
    ++num_gone_on;
    ASSERT_EQ(outputs(files), expected) << num_calls;
  }
  EXPECT_EQ(num_gone_on, 28);  // all but those that died before the description was there
}

TEST(Resume, GivesTheSameBytesAfterManyDeaths) {
  io::MemoryFileSystem files;
  add_inputs(files);
  const pipeline::Plan plan = small_plan(files);
  int num_deaths = 0;
  for (bool is_done = false; !is_done && num_deaths < 1000; ++num_deaths) {
    DyingFileSystem dying(files, 12);  // a checkpoint or two further
    is_done = !try_run(plan, dying, 1, 3).has_value();
  }
  EXPECT_GT(num_deaths, 8);
  EXPECT_EQ(outputs(files), reference());
}

TEST(Resume, GivesTheSameBytesWhereverTheDiskWasFull) {
  io::MemoryFileSystem inputs;
  add_inputs(inputs);
  const pipeline::Plan plan = small_plan(inputs);
  const auto expected = reference();
  int num_failed = 0;
  for (int num_calls = 0; num_calls < 2000; num_calls += 7) {
    io::MemoryFileSystem files;
    add_inputs(files);
    DyingFileSystem full(files, num_calls, true);
    if (!try_run(plan, full, 2, 7).has_value()) break;
    ++num_failed;
    const auto error = try_run(plan, files, 2, 5);
    ASSERT_FALSE(error.has_value()) << num_calls << ": " << error->message();
    ASSERT_EQ(outputs(files), expected) << num_calls;
  }
  EXPECT_GT(num_failed, 15);
}

// Inside of one input file: what is left to do shrinks by a checkpoint at a time, to nothing.
TEST(Resume, DoesNoWorkTwiceBeforeACheckpoint) {
  constexpr std::int64_t kDocumentsOfCheckpoint = 12;  // of 700 bytes, and one batch
  constexpr int kNumCopies = 12;
  io::MemoryFileSystem inputs;
  inputs.add("in/0.jsonl", mixed_input(kNumCopies));
  const pipeline::Plan plan = small_plan(inputs);
  std::int64_t num_left = 0;
  bool is_done = false;
  for (int num_calls = 0; !is_done; ++num_calls) {
    io::MemoryFileSystem files;
    files.add("in/0.jsonl", mixed_input(kNumCopies));
    DyingFileSystem dying(files, num_calls);
    is_done = !try_run(plan, dying, 1, 3).has_value();
    const std::int64_t num_repeated = must(run_documents(plan, files, 1, 3, false));
    if (num_calls == 0) {
      EXPECT_EQ(num_repeated, kNumCopies * 6);
    } else {
      EXPECT_LE(num_repeated, num_left) << num_calls;
      EXPECT_GE(num_repeated, num_left - kDocumentsOfCheckpoint) << num_calls;
    }
    num_left = num_repeated;
  }
  EXPECT_EQ(num_left, 0);
}

// Of what is done before or by others nothing is left to do: the display ends at 100 %.
TEST(Resume, CountsTheProgressOfItsOwnWork) {
  io::MemoryFileSystem files;
  add_inputs(files);
  const pipeline::Plan plan = small_plan(files);
  DyingFileSystem dying(files, num_calls() / 2);
  ASSERT_TRUE(try_run(plan, dying, 1, 512).has_value());
  auto folder = must(OutputFolder::open(plan, files, "out", false));
  const auto held = must(folder->open(folder->shards().back()));
  std::int64_t num_bytes = 0;
  for (const pipeline::InputFile& file : plan.files) num_bytes += file.num_bytes;
  pipeline::Progress last;
  const std::atomic<bool> is_stopped = false;
  must(pipeline::run(plan, folder->shards(), files, {}, *folder, is_stopped,
                     [&](const pipeline::Progress& progress) { last = progress; }));
  EXPECT_EQ(last.input_bytes_read, last.input_bytes);
  EXPECT_GT(last.input_bytes, 0);
  EXPECT_LT(last.input_bytes, num_bytes);
}

TEST(Resume, LetsSeveralProcessesShareTheWork) {
  io::MemoryFileSystem files;
  add_inputs(files);
  const pipeline::Plan plan = small_plan(files);
  std::vector<std::thread> processes;
  for (int index = 0; index < 3; ++index) {
    processes.emplace_back([&] { EXPECT_FALSE(try_run(plan, files, 1, 4).has_value()); });
  }
  for (std::thread& process : processes) process.join();
  EXPECT_EQ(outputs(files), reference());
}

TEST(Resume, SaysWhatMakesItAnotherRun) {
  io::MemoryFileSystem files;
  add_inputs(files);
  const pipeline::Plan plan = small_plan(files);
  DyingFileSystem dying(files, 40);
  ASSERT_TRUE(try_run(plan, dying, 1, 512).has_value());
  const auto refusal = try_run(small_plan(files, {"write.signals=none"}), files, 1, 512);
  ASSERT_TRUE(refusal.has_value());
  EXPECT_EQ(refusal->code(), ErrorCode::kAlreadyExists);
  EXPECT_NE(refusal->message().find("the --set values differ"), std::string::npos)
      << refusal->message();
  files.add("in/2.jsonl", mixed_input(9));
  const auto changed = try_run(small_plan(files), files, 1, 512);
  ASSERT_TRUE(changed.has_value());
  EXPECT_NE(changed->message().find("the inputs"), std::string::npos) << changed->message();
  EXPECT_FALSE(try_run(small_plan(files), files, 1, 512, true).has_value());
}

TEST(Resume, RefusesAnInputThatChangesUnderIt) {
  io::MemoryFileSystem files;
  add_inputs(files);
  const pipeline::Plan plan = small_plan(files);
  files.add("in/3.jsonl", mixed_input(4));  // the same bytes, but written anew
  const auto error = try_run(plan, files, 1, 512);
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->code(), ErrorCode::kCorrupt);
  EXPECT_NE(error->message().find("in/3.jsonl: changed"), std::string::npos) << error->message();
}

TEST(Resume, RefusesAPartThatWasCutSince) {
  io::MemoryFileSystem files;
  add_inputs(files);
  const pipeline::Plan plan = small_plan(files, {"write.part_bytes=1000000"});
  DyingFileSystem dying(files, 30);
  ASSERT_TRUE(try_run(plan, dying, 1, 512).has_value());
  const std::string part = "out/documents/00000-0000.jsonl.zst.partial";
  ASSERT_TRUE(files.status(part).has_value());
  files.add(part, "short");
  const auto error = try_run(plan, files, 1, 512);
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->code(), ErrorCode::kCorrupt);
}

TEST(Resume, RefusesACompletePartThatWasCutOrRemovedSince) {
  for (const char* part :
       {"out/documents/00000-0000.jsonl.zst", "out/rejected/00000-0000.jsonl.zst"}) {
    for (const bool is_removed : {false, true}) {
      io::MemoryFileSystem files;
      add_inputs(files);
      const pipeline::Plan plan = small_plan(files);
      DyingFileSystem dying(files, num_calls() / 2);
      ASSERT_TRUE(try_run(plan, dying, 1, 512).has_value());
      ASSERT_TRUE(files.status(part).has_value());
      ASSERT_TRUE(files.remove_file(part));
      if (!is_removed) files.add(part, "short");
      const auto error = try_run(plan, files, 1, 512);
      ASSERT_TRUE(error.has_value());
      EXPECT_EQ(error->code(), ErrorCode::kCorrupt);
      const std::string expected = part + std::string(is_removed ? " is gone" : " has 5 bytes");
      EXPECT_TRUE(error->message().starts_with(expected)) << error->message();
    }
  }
}

TEST(Resume, WritesNoReportsOfPartsThatAreGone) {
  io::MemoryFileSystem files;
  add_inputs(files);
  const pipeline::Plan plan = small_plan(files);
  auto folder = must(OutputFolder::open(plan, files, "out", false));
  const std::atomic<bool> is_stopped = false;
  must(pipeline::run(plan, folder->shards(), files, {}, *folder, is_stopped,
                     [](const pipeline::Progress&) {}));
  ASSERT_TRUE(files.remove_file("out/rejected/00000-0000.jsonl.zst"));
  EXPECT_FALSE(folder->finish());
  EXPECT_FALSE(files.status("out/manifest.json"));
}

TEST(Resume, RefusesACheckpointBeyondItsShard) {
  io::MemoryFileSystem files;
  add_inputs(files);
  const pipeline::Plan plan = small_plan(files);
  files.add("out/checkpoints/run.json", run_description(plan));
  Checkpoint checkpoint(plan, {});
  checkpoint.progress.position.file = kNumInputs + 7;
  files.add("out/checkpoints/00000.jsonl", checkpoint_to_text(checkpoint));
  const auto error = try_run(plan, files, 1, 512);
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->code(), ErrorCode::kCorrupt);
  EXPECT_NE(error->message().find("00000.jsonl: this is no"), std::string::npos);
}

TEST(Resume, KnowsACompleteRun) {
  io::MemoryFileSystem files;
  add_inputs(files);
  const pipeline::Plan plan = small_plan(files);
  ASSERT_FALSE(try_run(plan, files, 2, 512).has_value());
  const auto before = outputs(files);
  auto folder = must(OutputFolder::open(plan, files, "out", false));
  EXPECT_TRUE(folder->is_complete());
  EXPECT_EQ(outputs(files), before);
  const auto other =
      OutputFolder::open(small_plan(files, {"write.signals=none"}), files, "out", false);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code(), ErrorCode::kAlreadyExists);
}

}  // namespace
}  // namespace tamis::output
