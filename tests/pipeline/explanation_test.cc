#include "tamis/pipeline/explanation.h"

#include <gtest/gtest.h>

#include "tamis/io/disk_file_system.h"
#include "tests/must.h"
#include "tests/output/run_fixture.h"

namespace tamis::pipeline {
namespace {

std::string explained(const DocumentChoice& choice) {
  io::MemoryFileSystem files;
  files.add("in.jsonl", output::mixed_input(1));
  PlanOverrides overrides = {.inputs = {"in.jsonl"}};
  const Plan acting = must(build_plan(files, "web.yaml", output::web_recipe(), overrides));
  overrides.action = rules::Action::kMeasure;
  const Plan measuring = must(build_plan(files, "web.yaml", output::web_recipe(), overrides));
  std::string text;
  const auto done =
      explain(acting, measuring, files, choice, [&](const std::string& one) { text += one; });
  return done ? text : "error: " + std::string(done.error().message());
}

TEST(Explain, ShowsTheRuleThatDropsAndThoseBehindIt) {
  const std::string text = explained({.id = "short0"});
  EXPECT_NE(text.find("dropped by word_count in stage english: 4, bound 50"), std::string::npos)
      << text;
  EXPECT_NE(text.find("stop_word_count"), std::string::npos) << text;
  EXPECT_NE(text.find("would drop"), std::string::npos) << text;
}

TEST(Explain, ShowsWhatWasCut) {
  const std::string text = explained({.id = "cut0"});
  EXPECT_NE(text.find("verdict   kept"), std::string::npos) << text;
  EXPECT_NE(text.find("contact_mark_count (1): 想看更多请加微信abc12345"), std::string::npos)
      << text;
}

TEST(Explain, FindsALineByItsNumber) {
  EXPECT_NE(explained({.offset = 7}).find("unparsable_line"), std::string::npos);
}

TEST(Explain, SaysThatThereIsNoSuchDocument) {
  EXPECT_EQ(explained({.id = "nobody"}),
            "error: no document of the input has this id, url or offset");
}

}  // namespace
}  // namespace tamis::pipeline
