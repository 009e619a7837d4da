#include "tamis/pipeline/explanation.h"

#include <gtest/gtest.h>

#include "tamis/io/disk_file_system.h"
#include "tests/must.h"
#include "tests/output/run_fixture.h"

namespace tamis::pipeline {
namespace {

std::string explained(const DocumentChoice& choice, const std::string& recipe, std::string input) {
  io::MemoryFileSystem files;
  files.add("in.jsonl", std::move(input));
  PlanOverrides overrides = {.inputs = {"in.jsonl"}};
  const Plan acting = must(build_plan(files, "web.yaml", recipe, overrides));
  overrides.action = rules::Action::kMeasure;
  const Plan measuring = must(build_plan(files, "web.yaml", recipe, overrides));
  std::string text;
  const auto done =
      explain(acting, measuring, files, choice, [&](const std::string& one) { text += one; });
  return done ? text : "error: " + std::string(done.error().message());
}

std::string explained(const DocumentChoice& choice) {
  return explained(choice, output::web_recipe(), output::mixed_input(1));
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

// Rules behind the one that drops have cut nothing.
TEST(Explain, TellsWhatWasCutFromWhatWouldBe) {
  const std::string input = output::json_line("a", "A short text.\\nAll rights reserved.");
  const auto verdict = [&](const std::string& steps) {
    const std::string text = explained({.id = "a"}, "stages: [{sieve: [" + steps + "]}]\n", input);
    const std::size_t line = text.find("\n  sieve          boilerplate_phrase_ratio ");
    return text.substr(line + 1, text.find('\n', line + 1) - line - 1);
  };
  EXPECT_TRUE(verdict("boilerplate_phrase_ratio").ends_with(" cuts"));
  EXPECT_TRUE(
      verdict("{word_count: {min: 1000}}, boilerplate_phrase_ratio").ends_with(" would cut"));
}

TEST(Explain, ShowsWhatTheInputSaysBesides) {
  const std::string input = "{\"id\": \"a\", \"text\": \"A text.\", \"score\": 3}\n";
  const std::string text = explained({.id = "a"}, "stages: [{a: [metadata_number]}]\n", input);
  EXPECT_NE(text.find("metadata  {\"score\":3}\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  metadata_number                                 3  >= 2.5 "),
            std::string::npos)
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
