#include "tamis/output/manifest.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/output/run_fixture.h"

namespace tamis::output {
namespace {

pipeline::Plan plan_of(const std::string& recipe, const std::string& input,
                       std::vector<std::string> values = {}) {
  io::MemoryFileSystem files;
  files.add("in.jsonl", input);
  return must(pipeline::build_plan(files, "r.yaml", recipe,
                                   {.inputs = {"in.jsonl"}, .values = std::move(values)}));
}

TEST(RunDescription, TellsWhatDiffers) {
  const pipeline::Plan plan = plan_of("stages: []", "{}\n");
  const std::string description = run_description(plan);
  EXPECT_EQ(describe_difference(description, plan), "");
  EXPECT_EQ(describe_difference(description, plan_of("stages: [] ", "{}\n")), "the recipe");
  EXPECT_EQ(describe_difference(description, plan_of("stages: []", "{}\n{}\n")),
            "the inputs, their sizes or times of change: in.jsonl (3 bytes then, 6 now)");
  EXPECT_EQ(describe_difference(description, plan_of("stages: []", "{}\n", {"write.signals=none"})),
            "the --set values");
}

TEST(RunDescription, NamesTheFirstInputThatDiffers) {
  const auto plan_of_files = [](std::vector<std::pair<std::string, std::string>> added) {
    io::MemoryFileSystem files;
    for (auto& [path, bytes] : added) files.add(path, std::move(bytes));
    return must(pipeline::build_plan(files, "r.yaml", "", {.files = {"**"}}));
  };
  const std::string description =
      run_description(plan_of_files({{"a.txt", "1"}, {"b.txt", "2"}, {"c.txt", "3"}}));
  const auto difference = [&](std::vector<std::pair<std::string, std::string>> added) {
    return describe_difference(description, plan_of_files(std::move(added)));
  };
  const std::string words = "the inputs, their sizes or times of change: ";
  EXPECT_EQ(difference({{"a.txt", "1"}, {"b.txt", "2"}, {"b.txt", "2"}, {"c.txt", "3"}}),
            words + "b.txt (changed at another time) and 1 more");
  EXPECT_EQ(difference({{"a.txt", "1"}, {"b.txt", "2"}}), words + "c.txt (is no input now)");
  EXPECT_EQ(difference({{"a.txt", "1"}, {"b.txt", "2"}, {"c.txt", "3"}, {"d.txt", "4"}}),
            words + "d.txt (was not there)");
}

TEST(Manifest, KnowsTheListsThatRulesHaveRead) {
  const std::string path = testing::TempDir() + "tamis_manifest_test_list.txt";
  const std::string recipe = "stages: [s: [listed_word_count: {files: [" + path + "]}]]";
  const auto plan_with = [&](std::string_view words) {
    io::DiskFileSystem disk;
    const auto file = must(disk.create(path));
    EXPECT_TRUE(file->write(words) && file->commit());
    return plan_of(recipe, "{}\n");
  };
  const pipeline::Plan plan = plan_with("river\n");
  const std::string description = run_description(plan);
  const std::string text = manifest(plan, pipeline::Ledger(plan), {});
  EXPECT_EQ(manifest_difference(text, plan), "");
  const pipeline::Plan changed = plan_with("zebra\n");
  EXPECT_EQ(describe_difference(description, changed), "the files of its lists");
  EXPECT_EQ(manifest_difference(text, changed), "the files of its lists");
  std::filesystem::remove(path);
}

TEST(Manifest, KnowsItsRunByNamesAndSizes) {
  const Outcome outcome = run_in_memory(web_recipe(), mixed_input(2), {});
  const std::string& text = outcome.files.at("manifest.json");
  EXPECT_EQ(manifest_difference(text, *outcome.plan), "");
  EXPECT_NE(manifest_difference(text, plan_of("stages: []", "{}\n")), "");
  EXPECT_NE(manifest_difference("", *outcome.plan), "");
  EXPECT_EQ(text.find("modified"), std::string::npos);  // equal runs have equal manifests
}

}  // namespace
}  // namespace tamis::output
