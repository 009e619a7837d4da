#include "tamis/pipeline/run.h"

#include <gtest/gtest.h>

#include "tamis/io/disk_file_system.h"
#include "tamis/pipeline/batch_worker.h"
#include "tamis/pipeline/transform_stage.h"
#include "tests/must.h"
#include "tests/output/run_fixture.h"

namespace tamis::pipeline {
namespace {

RunOptions options_of(int num_threads, RowIndex num_rows) {
  return {.num_threads = num_threads, .batch_size = {.num_rows_max = num_rows}};
}

TEST(Run, GivesTheSameBytesForAnyThreadsAndBatches) {
  const std::string input = output::mixed_input(60);
  const std::vector<std::string> small_parts = {"write.part_bytes=20000"};
  const output::Outcome reference =
      output::run_in_memory(output::web_recipe(), input, options_of(1, 512), small_parts);
  ASSERT_GT(reference.files.size(), 6u);  // several parts
  for (const int num_threads : {1, 2, 7}) {
    for (const RowIndex num_rows : {1u, 3u, 64u, 1000u}) {
      const output::Outcome other = output::run_in_memory(
          output::web_recipe(), input, options_of(num_threads, num_rows), small_parts);
      EXPECT_EQ(other.files, reference.files) << num_threads << " threads, batches of " << num_rows;
    }
  }
}

TEST(Run, CountsEveryDocumentOnce) {
  const output::Outcome outcome =
      output::run_in_memory(output::web_recipe(), output::mixed_input(10), options_of(2, 7));
  std::int64_t num_dropped = 0;
  for (CauseId cause = 0; cause < outcome.plan->steps.size(); ++cause) {
    num_dropped += outcome.ledger->step(cause).dropped.documents;
  }
  EXPECT_EQ(outcome.ledger->read().documents, 70);
  EXPECT_EQ(outcome.ledger->kept().documents, 40);
  EXPECT_EQ(outcome.ledger->read().documents, outcome.ledger->kept().documents + num_dropped);
}

TEST(Run, KeepsTheBooksOfEveryStageEven) {
  const output::Outcome outcome =
      output::run_in_memory(output::web_recipe(), output::mixed_input(10), options_of(2, 7));
  Amount left = outcome.ledger->read();
  for (std::size_t stage = 0; stage < outcome.plan->stages.size(); ++stage) {
    const StageFlow flow = outcome.ledger->flow(stage);
    std::int64_t num_dropped = 0;
    for (CauseId cause = 0; cause < outcome.plan->steps.size(); ++cause) {
      if (outcome.plan->steps[cause].stage == outcome.plan->stages[stage].name)
        num_dropped += outcome.ledger->step(cause).dropped.documents;
    }
    EXPECT_EQ(flow.in.documents, flow.out.documents + num_dropped);
    left -= flow.in;
    left += flow.out;
  }
  EXPECT_EQ(left, outcome.ledger->kept());
}

TEST(Run, MeasuresWithoutDroppingWhereTheRecipeSaysSo) {
  const auto outcome = output::run_in_memory(
      "stages:\n  - signals: {measure: [word_count, {word_count: {split_words: white_space, as: "
      "spaced}}]}\nwrite: {zstd_level: 1}\n",
      output::json_line("zh", "短短的一句话。"), {});
  const Plan& plan = *outcome.plan;
  ASSERT_EQ(plan.signals.size(), 2u);
  EXPECT_EQ(plan.signals[1].name, "spaced");
  for (const Step& step : plan.steps) EXPECT_NE(step.name, "no_branch");
  EXPECT_EQ(outcome.ledger->kept().documents, 1);
}

// A part of the text as it is, which copies no byte.
TEST(TransformStage, BooksAnEditThatOnlyNarrows) {
  transforms::TransformSpec spec;
  spec.edit.call = [](Document& document, std::string&, const void*, const void*) {
    document.set_text(document.text().substr(0, 4));
  };
  const TransformStage stage({{.spec = &spec, .cause = kFirstStepCause}}, rules::Action::kDrop);
  Batch batch;
  batch.append({.text = "the head and the rest"});
  stage.process(batch, stage.make_scratch().get());
  ASSERT_EQ(batch.edits.size(), 1u);
  EXPECT_EQ(batch.edits[0].bytes, 17);
}

TEST(Run, SaysWhenMemoryIsTooLittleForOneBatch) {
  io::MemoryFileSystem files;
  files.add("in.jsonl", "");
  const Plan plan = must(build_plan(files, "r.yaml", "", {.inputs = {"in.jsonl"}}));
  auto folder = must(output::OutputFolder::open(plan, files, "out", false));
  const std::atomic<bool> is_stopped = false;
  const auto result =
      run(plan, folder->shards(), files, {.num_threads = 1, .memory_bytes = 1 << 20}, *folder,
          is_stopped, [](const Progress&) {});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code(), ErrorCode::kUnavailable);
}

TEST(Run, StopsCleanly) {
  io::MemoryFileSystem files;
  files.add("in.jsonl", output::mixed_input(100));
  const Plan plan = must(build_plan(files, "r.yaml", "", {.inputs = {"in.jsonl"}}));
  {
    auto folder = must(output::OutputFolder::open(plan, files, "out", false));
    const std::atomic<bool> is_stopped = true;
    const auto result = run(plan, folder->shards(), files, options_of(2, 8), *folder, is_stopped,
                            [](const Progress&) {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code(), ErrorCode::kInterrupted);
  }
  EXPECT_FALSE(files.status("out/manifest.json"));
}

// A stop that comes with a batch under way, as it does in one that takes long.
TEST(BatchWorker, LeavesABatchHalfDoneOnceItIsStopped) {
  io::MemoryFileSystem files;
  files.add("in.jsonl", output::mixed_input(10));
  const Plan plan =
      must(build_plan(files, "web.yaml", output::web_recipe(), {.inputs = {"in.jsonl"}}));
  const auto kept_after = [&](bool is_set) {
    const std::atomic<bool> is_stopped = is_set;
    ShardReader reader(plan, files, single_shard(plan).front());
    BatchWorker worker(plan);
    EXPECT_TRUE(worker.read(reader, {}).has_value());
    EXPECT_EQ(worker.work(nullptr, &is_stopped), !is_set);
    return worker.ledger().kept().documents;
  };
  EXPECT_EQ(kept_after(false), 40);
  EXPECT_EQ(kept_after(true), 0);
}

// What it empties goes with the text that it had, and the books say by what.
TEST(Run, DropsADocumentThatATransformEmpties) {
  const std::string input =
      output::json_line("a", "\u200b\u200b") + output::json_line("b", "\u78e8\u574a\u200b");
  const std::string recipe = "stages: [clean: [unicode_nfc, invisible_characters, white_space]]\n";
  const output::Outcome outcome = output::run_in_memory(recipe, input, options_of(1, 8));
  CauseId cause = kFirstStepCause;
  while (outcome.plan->steps[cause].name != "invisible_characters") ++cause;
  EXPECT_EQ(outcome.ledger->step(cause).dropped, (Amount{1, 6, 2}));
  EXPECT_EQ(outcome.ledger->step(cause).edited.documents, 1);
  EXPECT_EQ(outcome.ledger->kept(), (Amount{1, 6, 2}));
  EXPECT_NE(
      outcome.files.at("report.json").find("\"invisible_characters\": {\n        \"documents\": 1"),
      std::string::npos)
      << outcome.files.at("report.json");
  const output::Outcome measured = output::run_in_memory(
      "stages: [clean: {measure: [invisible_characters]}]\n", input, options_of(1, 8));
  EXPECT_EQ(measured.ledger->kept().documents, 2);
}

TEST(Run, EndsWithAReportOverNothing) {
  for (const std::string input : {"", "x", "\n", "{}\n{\n", "\xff\xfe"}) {
    const output::Outcome outcome =
        output::run_in_memory(output::web_recipe(), input, options_of(2, 8));
    EXPECT_TRUE(outcome.files.contains("manifest.json"));
    EXPECT_TRUE(outcome.files.contains("documents/00000-0000.jsonl.zst"));
    EXPECT_EQ(outcome.ledger->kept().documents, 0);
  }
}

}  // namespace
}  // namespace tamis::pipeline
