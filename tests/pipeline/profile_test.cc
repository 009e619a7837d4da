#include "tamis/pipeline/profile.h"

#include <gtest/gtest.h>

#include "tests/output/run_fixture.h"

namespace tamis::pipeline {
namespace {

TEST(Profile, CountsWhatCameIntoEachStage) {
  io::MemoryFileSystem files;
  const std::string input = output::mixed_input(10);
  files.add("in.jsonl", input);
  const Plan plan =
      must(build_plan(files, "web.yaml", output::web_recipe(), {.inputs = {"in.jsonl"}}));
  auto folder = must(output::OutputFolder::open(plan, files, "out", false));
  const std::atomic<bool> is_stopped = false;
  const Profile profile = must(run(plan, folder->shards(), files, {.num_threads = 2}, *folder,
                                   is_stopped, [](const Progress&) {}));
  const auto ledger = must(folder->finish());
  EXPECT_EQ(profile.reading.bytes, static_cast<std::int64_t>(input.size()));
  EXPECT_EQ(profile.reading.documents, ledger->read().documents);
  ASSERT_EQ(profile.stages.size(), plan.stages.size());
  for (std::size_t stage = 1; stage < plan.stages.size(); ++stage) {
    EXPECT_EQ(profile.stages[stage].documents, ledger->flow(stage).in.documents);
    EXPECT_EQ(profile.stages[stage].bytes, ledger->flow(stage).in.bytes);
  }
  EXPECT_GT(profile.clock_ns, 0);
}

TEST(Profile, TextHasALineAStage) {
  Plan plan;
  plan.stages.resize(2);
  plan.stages[0].name = "read";
  plan.stages[1].name = "chinese";
  Profile profile(2);
  profile.stages[1] = {.cpu_ns = 1'500'000'000, .documents = 12, .bytes = 3'000'000};
  const std::string text = profile_text(plan, profile);
  EXPECT_NE(text.find("chinese                        12        3.0     1.500  100.0 %   500.000"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("decoding"), std::string::npos);
}

}  // namespace
}  // namespace tamis::pipeline
