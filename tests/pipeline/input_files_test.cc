#include "tamis/pipeline/input_files.h"

#include <gtest/gtest.h>

#include "tamis/io/memory_file_system.h"
#include "tamis/pipeline/plan_builder.h"
#include "tests/must.h"

namespace tamis::pipeline {
namespace {

class InputFiles : public testing::Test {
 protected:
  // The message of the Error, or nothing.
  std::string refusal(const std::vector<std::string>& inputs) {
    const auto plan = build_plan(files_, "r.yaml", "", {.inputs = inputs});
    return plan ? "" : std::string(plan.error().message());
  }

  io::MemoryFileSystem files_;
};

TEST_F(InputFiles, AreNoOutput) {
  files_.add("a.jsonl", "{}");
  files_.add("b.jsonl", "{}");
  files_.add("c.jsonl", "{}");
  files_.add("r.yaml", "");
  const Plan plan = must(build_plan(files_, "r.yaml", "", {.inputs = {"a.jsonl", "b.jsonl"}}));
  for (const char* output : {"a.jsonl", "b.jsonl", "r.yaml"})
    EXPECT_FALSE(check_is_not_read(plan, files_, output).has_value()) << output;
  for (const char* output : {"c.jsonl", "new.jsonl"})
    EXPECT_TRUE(check_is_not_read(plan, files_, output).has_value()) << output;
}

TEST_F(InputFiles, HaveANameOnlyIfTheWholeNamesNoFile) {
  for (const char* path : {"lang=en/a.txt", "other/b.jsonl", "x/c.jsonl"}) files_.add(path, "{}");
  const auto sources = [&](const std::string& input) {
    const Plan plan = must(build_plan(files_, "r.yaml", "", {.inputs = {input}}));
    return plan.sources.front().name + " " + plan.files.front().path;
  };
  EXPECT_EQ(sources("lang=en/*.txt"), "lang=en/*.txt lang=en/a.txt");
  EXPECT_EQ(sources("lang=en/a.txt"), "lang=en/a.txt lang=en/a.txt");
  EXPECT_EQ(sources("lang=x/*.jsonl"), "lang x/c.jsonl");
  files_.add("lang=en/a.jsonl", "{}");
  const std::string ambiguous =
      "lang=*/*.jsonl: this means files named so, and files of \"*/*.jsonl\" as source \"lang\": "
      "write ./lang=*/*.jsonl for the first, lang=./*/*.jsonl for the second";
  EXPECT_EQ(refusal({"lang=*/*.jsonl"}), ambiguous);
  EXPECT_EQ(
      std::string(
          build_plan(files_, "r.yaml", "read: {inputs: 'lang=*/*.jsonl'}", {}).error().message()),
      "r.yaml:1:16: " + ambiguous);
}

}  // namespace
}  // namespace tamis::pipeline
