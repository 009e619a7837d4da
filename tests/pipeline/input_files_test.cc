#include "tamis/pipeline/input_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tamis/io/disk_file_system.h"
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

TEST_F(InputFiles, CountOnceHoweverTheyAreSpelt) {
  const std::string folder = testing::TempDir() + "tamis_input_files_test";
  std::filesystem::create_directories(folder + "/deep");
  std::ofstream(folder + "/a.jsonl") << "{}";
  const io::DiskFileSystem disk;
  const auto plan_of = [&](const std::vector<std::string>& inputs) {
    return build_plan(disk, "r.yaml", "", {.inputs = inputs});
  };
  const std::string first = "one=" + folder + "/a.jsonl";
  for (const std::string other : {"/deep/../a.jsonl", "/*.jsonl", "//a.jsonl"}) {
    const Plan plan = must(plan_of({first, "one=" + folder + other}));
    EXPECT_EQ(plan.files.size(), 1u) << other;
    const bool is_of_one_spelling = other != "/deep/../a.jsonl";
    EXPECT_EQ(plan.notes.size(), is_of_one_spelling ? 0u : 1u) << other;
    const auto refused = plan_of({first, "two=" + folder + other});
    ASSERT_FALSE(refused.has_value()) << other;
    EXPECT_NE(refused.error().message().find("are the same file"), std::string::npos) << other;
  }
  std::filesystem::remove_all(folder);
}

TEST_F(InputFiles, OfAFolderAreThoseInItAndTheRestIsSaid) {
  for (const char* path : {"s/a.jsonl", "s/2024/b.jsonl", "s/.git/c.jsonl", "deep/x/d.jsonl"})
    files_.add(path, "{}");
  const auto notes = [&](const std::string& input) {
    return must(build_plan(files_, "r.yaml", "", {.inputs = {input}})).notes;
  };
  EXPECT_EQ(notes("s"), std::vector<std::string>{
                            "s: 1 folder in it is not read: give 's/**' for all files below"});
  EXPECT_TRUE(notes("s/**").empty());
  EXPECT_EQ(refusal({"deep"}),
            "no input file: nothing but folders in \"deep\"; give 'deep/**' for all files below");
}

// A saved site holds more than pages. What is named by itself is meant.
TEST_F(InputFiles, OfNoFormatAreLeftOutOfPatternsAndSaid) {
  files_.add("site/a.html", "<!DOCTYPE html><p>\u78e8\u574a");
  files_.add("site/a.css", "p { color: red }");
  files_.add("site/LICENSE", "free");
  files_.add("site/deep/a.pdf", "%PDF-1.7");
  for (const char* input : {"site/**", "site/**/*"}) {
    const Plan plan = must(build_plan(files_, "r.yaml", "", {.inputs = {input}}));
    ASSERT_EQ(plan.files.size(), 1u) << input;
    EXPECT_EQ(plan.files[0].name(), "site/a.html");
    EXPECT_EQ(plan.notes, std::vector<std::string>{
                              "3 files are left out, as neither name nor first bytes tell the "
                              "format: site/LICENSE, site/a.css, site/deep/a.pdf"});
  }
  EXPECT_NE(refusal({"site/**", "site/a.css"}), "");
  EXPECT_NE(refusal({"site/*.css"}), "");  // nothing else
  EXPECT_EQ(refusal({"site/a.html"}), "");
}

TEST_F(InputFiles, BehindLinksToFoldersAreSaid) {
  const std::string folder = testing::TempDir() + "tamis_linked_input";
  std::filesystem::create_directories(folder + "/in");
  std::filesystem::create_directories(folder + "/far");
  std::filesystem::create_directory_symlink("../far", folder + "/in/link");
  std::ofstream(folder + "/in/a.txt") << "one";
  for (const char* pattern : {"/in", "/in/**"}) {
    const Plan plan =
        must(build_plan(io::DiskFileSystem(), "r.yaml", "", {.inputs = {folder + pattern}}));
    EXPECT_EQ(plan.notes, std::vector<std::string>{
                              folder + "/in/link: not read, being a link to a folder: name it as "
                                       "well, if meant"});
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace tamis::pipeline
