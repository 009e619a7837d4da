#include "tamis/pipeline/plan_builder.h"

#include <gtest/gtest.h>

#include "tamis/io/memory_file_system.h"
#include "tests/must.h"
#include "tests/rules/temporary_file.h"

namespace tamis::pipeline {
namespace {

std::string mistake(std::string recipe) {
  io::MemoryFileSystem files;
  files.add("in.jsonl", "");
  const auto plan = build_plan(files, "r.yaml", std::move(recipe), {.inputs = {"in.jsonl"}});
  return plan ? "" : std::string(plan.error().message());
}

TEST(BuildPlan, NamesPlaceAndNearestName) {
  const std::pair<std::string, std::string> kCases[] = {
      {"stages:\n  - a:\n    - alphabetic_word_ration\n",
       "r.yaml:3:7: no rule or transform \"alphabetic_word_ration\"; did you mean "
       "\"alphabetic_word_ratio\"?"},
      {"stage: []\n", "r.yaml:1:1: no key \"stage\"; did you mean \"stages\"?"},
      {"stages:\n  - a: [{word_count: {mim: 3}}]\n",
       "r.yaml:2:23: no key \"mim\"; did you mean \"min\"?"},
      {"stages:\n  - a: [{word_count: {min: few}}]\n", "r.yaml:2:28: \"min\" must be a number"},
      {"write: {format: jsonk}\n", "r.yaml:1:17: no format \"jsonk\"; did you mean \"jsonl\"?"},
      {"limits: {document_bytes_max: -5}\n", "r.yaml:1:30: `document_bytes_max` is at least 1"},
  };
  for (const auto& [recipe, expected] : kCases) EXPECT_EQ(mistake(recipe), expected);
}

TEST(BuildPlan, SaysHowAStepIsWritten) {
  const std::pair<std::string, std::string> kCases[] = {
      {"word_count {min: 3}", "write `word_count: {SETTING: VALUE}`, with `: ` behind the name"},
      {"word_count\uff1a 3", "write `word_count: {SETTING: VALUE}`, with `: ` behind the name"},
      {"unicode_nfc,language_id",
       "write `unicode_nfc: {SETTING: VALUE}`, with `: ` behind the name"},
      {"nothing_of_the_kind", "`tamis rules` lists them"},
  };
  for (const auto& [step, advice] : kCases) {
    const std::string message = mistake("stages:\n  - a:\n      - " + step + "\n");
    EXPECT_TRUE(message.starts_with("r.yaml:3:9: no rule or transform ")) << message;
    EXPECT_TRUE(message.ends_with("; " + advice)) << message;
  }
}

TEST(BuildPlan, SaysWhichSetIsWrong) {
  const io::MemoryFileSystem files;
  const auto plan =
      build_plan(files, "r.yaml", "stages:\n  - a: [word_count, language_id]\n",
                 {.values = {"write.signals=none", "a.word_count.min=few", "a.word_count.mix=1"}});
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().message(),
            "--set a.word_count.min=few: \"min\" must be a number\n"
            "--set a.word_count.mix=1: no key \"mix\"; did you mean \"min\"?");
}

TEST(BuildPlan, ReportsAMistakeOnceAndWhereItStands) {
  EXPECT_EQ(mistake("stages:\n  - a: [unicode_nfc, unicode_nfc]\n"),
            "r.yaml:2:22: \"unicode_nfc\" is used twice in stage \"a\": give one another name, "
            "`as: NAME`");
}

TEST(BuildPlan, TakesATransformTwiceUnderTwoNames) {
  const std::string first = "stages:\n  - a: [unicode_nfc, {unicode_nfc: {as: ";
  EXPECT_EQ(mistake(first + "again}}]\n"), "");
  EXPECT_NE(mistake(first + "unicode_nfc}}]\n"), "");
  EXPECT_EQ(mistake(first + "[]}}]\n"),
            "r.yaml:2:41: `as` is the name of a step, and cannot be empty");
}

TEST(BuildPlan, RefusesLimitsThatLetNothingThrough) {
  for (const std::string key :
       {"document_bytes_max", "header_bytes_max", "metadata_bytes_max", "header_lines_max",
        "nesting_max", "attributes_max", "words_max", "lines_max"}) {
    const std::string advice = "`" + key + "` is at least 1";
    EXPECT_TRUE(mistake("limits: {" + key + ": -1}\n").ends_with(advice)) << key;
    EXPECT_TRUE(mistake("limits: {" + key + ": 0}\n").ends_with(advice)) << key;
    EXPECT_EQ(mistake("limits: {" + key + ": 1}\n"), "");
  }
  EXPECT_EQ(mistake("limits: {content_codings_max: -1}\n"),
            "r.yaml:1:31: `content_codings_max` is at least 0");
  EXPECT_EQ(mistake("limits: {content_codings_max: 0}\n"), "");
}

TEST(BuildPlan, RefusesLimitsOverAnyMachine) {
  EXPECT_EQ(mistake("limits: {document_bytes_max: 9223372036854775807}\n"),
            "r.yaml:1:30: `document_bytes_max` is at most 1099511627776");
  EXPECT_EQ(mistake("limits: {document_bytes_max: 1099511627776}\n"), "");
}

TEST(BuildPlan, ReportsAllMistakesAtOnce) {
  const std::string message = mistake("rite: {}\nstages:\n  - a: [word_cnt, unicode_nfd]\n");
  EXPECT_EQ(std::count(message.begin(), message.end(), '\n'), 2) << message;
}

TEST(BuildPlan, NamesEveryListThatARuleRefuses) {
  const std::string message = mistake(
      "stages:\n  - a: [{lorem_ipsum_count: {phrases: [\"\"]}}, {policy_phrase_count: {phrases: "
      "[\"\"]}}]\n");
  EXPECT_EQ(message,
            "r.yaml:2:9: a word list holds an empty word\n"
            "r.yaml:2:47: a word list holds an empty word");
}

TEST(BuildPlan, RefusesBoundsThatKeepNothing) {
  EXPECT_NE(
      mistake("stages:\n  - a: [{word_count: {min: 9, max: 3}}]\n").find("nothing would be kept"),
      std::string::npos);
}

TEST(BuildPlan, RefusesBoundsThatNoNumberReaches) {
  EXPECT_EQ(mistake("stages:\n  - a: [{short_line_ratio: {max: 67}}, {word_count: {min: -5}}]\n"),
            "r.yaml:2:34: max 67 of short_line_ratio: a share is 0 to 1\n"
            "r.yaml:2:59: min -5 of word_count: a count is 0 or more");
  EXPECT_EQ(mistake("stages:\n  - a: [{word_count: {max: 67}}]\n"), "");
}

TEST(BuildPlan, NotesARuleThatHasNoList) {
  io::MemoryFileSystem files;
  const auto notes = [&](std::string recipe, std::vector<std::string> values = {}) {
    return must(build_plan(files, "r.yaml", std::move(recipe),
                           {.values = std::move(values), .needs_inputs = false}))
        .notes;
  };
  const std::string recipe = "stages:\n  - a:\n      - listed_word_count: {files: []}\n";
  EXPECT_EQ(notes(recipe), std::vector<std::string>{"r.yaml:3:9: \"listed_word_count\" has no list "
                                                    "and measures 0; give it one: words, files"});
  EXPECT_TRUE(notes(recipe, {"a.listed_word_count.words=[casino]"}).empty());
}

TEST(BuildPlan, NotesAListWithoutAnEntry) {
  io::MemoryFileSystem files;
  const auto notes = [&](const std::string& list) {
    return must(
               build_plan(files, "r.yaml",
                          "stages:\n  - a:\n      - listed_domain_count: {files: [" + list + "]}\n",
                          {.needs_inputs = false}))
        .notes;
  };
  const rules::TemporaryFile empty("empty", "# nothing but a comment\n\n");
  EXPECT_EQ(notes(empty.path()),
            std::vector<std::string>{"r.yaml:3:9: " + empty.path() +
                                     " holds no entry, and nothing is found by it"});
  const rules::TemporaryFile filled("filled", "a.com\n");
  EXPECT_TRUE(notes(filled.path()).empty());
}

TEST(BuildPlan, RefusesARuleOutsideItsLanguage) {
  EXPECT_NE(
      mistake("stages:\n  - a: [stop_word_count]\n").find("\"stop_word_count\" is made for en"),
      std::string::npos);
  EXPECT_EQ(mistake("stages:\n  - a:\n      branches:\n        e: {for: {language: en}, steps: "
                    "[stop_word_count]}\n      otherwise: keep\n"),
            "");
}

TEST(BuildPlan, RefusesADocumentRuleBehindOnesThatCut) {
  EXPECT_NE(mistake("stages:\n  - a: [boilerplate_phrase_ratio, word_count]\n")
                .find("into a later stage"),
            std::string::npos);
}

TEST(BuildPlan, WantsAnotherNameForARuleUsedTwice) {
  EXPECT_NE(mistake("stages:\n  - a: [word_count, word_count]\n").find("`as: NAME`"),
            std::string::npos);
  EXPECT_EQ(mistake("stages:\n  - a: [word_count, {word_count: {as: again}}]\n"), "");
}

TEST(BuildPlan, TakesARuleToAnotherLanguageWithBoundsOfItsOwn) {
  constexpr std::string_view kBranch =
      "stages:\n  - a:\n      branches:\n        e: {for: {language: zh}, steps: ["
      "stop_word_count";
  EXPECT_NE(
      mistake(std::string(kBranch) + "]}\n      otherwise: keep\n").find("bounds of your own"),
      std::string::npos);
  EXPECT_EQ(mistake(std::string(kBranch) + ": {min: 1}]}\n      otherwise: keep\n"), "");
}

TEST(BuildPlan, ChoosesHowWordsAndLinesAreSplit) {
  EXPECT_EQ(mistake("stages:\n  - a: [{word_count: {split_words: white_space}}]\n"), "");
  EXPECT_NE(mistake("stages:\n  - a: [{word_count: {split_words: white_spaces}}]\n")
                .find("did you mean \"white_space\"?"),
            std::string::npos);
  EXPECT_NE(mistake("stages:\n  - a: [{word_count: {split_lines: each}}]\n")
                .find("\"word_count\" has nothing to split"),
            std::string::npos);
}

TEST(BuildPlan, KnowsStagesThatOnlyMeasure) {
  EXPECT_EQ(mistake("stages:\n  - a: {measure: [word_count, stop_word_count]}\n"), "");
  EXPECT_NE(mistake("stages:\n  - a: {measure: [word_count], otherwise: keep}\n").find("otherwise"),
            std::string::npos);
}

TEST(BuildPlan, WantsToKnowWhatBecomesOfTheOthers) {
  EXPECT_NE(mistake("stages:\n  - a: {branches: {b: {for: {language: en}}}}\n").find("otherwise"),
            std::string::npos);
}

constexpr std::string_view kTell = "stages:\n  - t: [language_id]\n  - a:\n      branches:\n";
constexpr std::string_view kKeepDeclared =
    "stages:\n  - t: [language_id: {keeps_declared: true}]\n  - a:\n      branches:\n";

std::string branch_for(const std::string& language, const std::string& name = "e") {
  return "        " + name + ": {for: {language: " + language + "}, steps: [word_count]}\n";
}

TEST(BuildPlan, RefusesALanguageThatNoDocumentCanHave) {
  const auto refusal = [](std::string_view stages, const std::string& language) {
    return mistake(std::string(stages) + branch_for(language) + "      otherwise: keep\n");
  };
  const std::pair<std::string, std::string> kCases[] = {
      {"Chinees", "did you mean \"Chinese\"?"},
      {"en-US", "write \"en\""},
      {"[de, pt_BR]", "write \"pt\""},
      {"\u4e2d\u6587", "`tamis rules language_id` lists them"},
      {"''", "`tamis rules language_id` lists them"},
      {"xyz-Latn", "`tamis rules language_id` lists them"},
  };
  for (const auto& [language, advice] : kCases) {
    const std::string message = refusal(kTell, language);
    EXPECT_TRUE(message.starts_with("r.yaml:5:")) << message;
    EXPECT_TRUE(message.ends_with(advice)) << message;
  }
  for (const char* language : {"zh", "zh-Hant", "und", "[de, fil]"})
    EXPECT_EQ(refusal(kTell, language), "") << language;
  EXPECT_EQ(refusal(kKeepDeclared, "en-US"), "");
  EXPECT_NE(refusal(kKeepDeclared, "Chinees"), "");
}

TEST(BuildPlan, TakesLanguagesHoweverTheyAreWritten) {
  const io::MemoryFileSystem files;
  const std::string recipe = std::string(kTell) +
                             branch_for("[chinese, zh-CN, zh_TW, zho_Hans, cmn, EN, English]") +
                             "      otherwise: keep\n";
  const Plan plan = must(build_plan(files, "r.yaml", recipe, {.needs_inputs = false}));
  const std::vector<std::string> expected = {"zh", "zh-Hans", "zh-Hant", "zh-Hans",
                                             "zh", "en",      "en"};
  EXPECT_EQ(plan.stages.back().conditions.front().languages, expected);
  EXPECT_TRUE(plan.notes.empty());
}

TEST(BuildPlan, NotesBranchesForTheSameDocuments) {
  const auto notes = [](const std::string& stages) {
    return must(build_plan(io::MemoryFileSystem(), "r.yaml", stages + "      otherwise: keep\n",
                           {.needs_inputs = false}))
        .notes;
  };
  const std::string first = std::string(kTell) + branch_for("zh", "a1");
  EXPECT_EQ(notes(first + branch_for("zh-Hans", "a2")),
            std::vector<std::string>{"r.yaml:6:9: branches \"a1\" and \"a2\" may be for the same "
                                     "documents, which go through the steps of both, one after "
                                     "the other"});
  EXPECT_TRUE(notes(first + branch_for("[en, ja]", "a2")).empty());
  EXPECT_EQ(notes("stages:\n  - a:\n      branches:\n" + branch_for("zh")).size(), 1u);
}

TEST(BuildPlan, NotesWhatTheCommandLineSays) {
  const std::string recipe =
      "stages:\n  - a:\n      branches:\n" + branch_for("zh", "a1") + "      otherwise: keep\n";
  const std::string value = "a1.for={language: en}";
  const std::vector<std::string> notes =
      must(build_plan(io::MemoryFileSystem(), "r.yaml", recipe,
                      {.values = {value}, .needs_inputs = false}))
          .notes;
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_TRUE(notes[0].starts_with("--set " + value + ": no step before")) << notes[0];
}

TEST(BuildPlan, ChecksBeforeItLooksForInput) {
  const io::MemoryFileSystem files;
  const auto plan = build_plan(files, "r.yaml", "stages: [a]\n", {.inputs = {"absent"}});
  ASSERT_FALSE(plan);
  EXPECT_TRUE(plan.error().message().starts_with("r.yaml:1:10:"));
}

TEST(BuildPlan, SaysHowToGiveASourceItsInput) {
  io::MemoryFileSystem files;
  files.add("a.jsonl", "");
  const auto plan =
      build_plan(files, "r.yaml",
                 "stages: [{a: {branches: {b: {for: {source: wiki}, steps: [word_count]}}, "
                 "otherwise: keep}}]\n",
                 {.inputs = {"a.jsonl"}});
  ASSERT_FALSE(plan);
  EXPECT_TRUE(plan.error().message().ends_with("`wiki=PATTERN`")) << plan.error().message();
}

TEST(BuildPlan, NamesSources) {
  io::MemoryFileSystem files;
  files.add("a/1.jsonl", "");
  files.add("a/2.jsonl", "");
  files.add("b.jsonl", "");
  const Plan plan =
      must(build_plan(files, "r.yaml", "read: {inputs: [{crawl: 'a/*.jsonl'}, b.jsonl]}\n", {}));
  ASSERT_EQ(plan.sources.size(), 2u);
  EXPECT_EQ(plan.sources[0].name, "crawl");
  EXPECT_EQ(plan.sources[1].name, "b.jsonl");
  ASSERT_EQ(plan.files.size(), 3u);
  EXPECT_EQ(plan.files[1].source, 0u);
  EXPECT_EQ(plan.files[2].source, 1u);
}

TEST(BuildPlan, TakesFilesAsOneSourceWhateverTheirNames) {
  io::MemoryFileSystem files;
  files.add("page?id=1.html", "");
  files.add("b.html", "");
  const Plan plan =
      must(build_plan(files, "r.yaml", "stages: []\n", {.files = {"page?id=1.html", "b.html"}}));
  EXPECT_EQ(plan.sources.size(), 1u);
  ASSERT_EQ(plan.files.size(), 2u);
  EXPECT_EQ(plan.files[0].path, "page?id=1.html");
}

TEST(BuildPlan, RefusesInputsThatAreNoPatterns) {
  const auto mistake_of = [](std::string inputs) {
    const io::MemoryFileSystem files;
    const auto plan = build_plan(files, "r.yaml", "read:\n  inputs: " + inputs + "\n", {});
    return plan ? "" : std::string(plan.error().message());
  };
  EXPECT_EQ(mistake_of("[[nope.jsonl], a.jsonl]"),
            "r.yaml:2:12: an input is a pattern, or `NAME: PATTERN`, and no list");
  EXPECT_EQ(mistake_of("\n    - x: [a, b]"),
            "r.yaml:3:10: a source is one pattern: write `- x: PATTERN` once for each pattern of "
            "\"x\"");
  EXPECT_TRUE(mistake_of("{x: {y: z}}").starts_with("r.yaml:2:15: a source is one pattern"));
}

TEST(BuildPlan, TakesNoMapForAListOfWords) {
  EXPECT_EQ(mistake("stages:\n  - a: [{listed_word_count: {words: {a: b}}}]\n"),
            "r.yaml:2:37: \"words\" must be a list of words");
  EXPECT_EQ(mistake("stages:\n  - a:\n      branches: {e: {for: {language: {a: b}}, steps: []}}\n"
                    "      otherwise: keep\n"),
            "r.yaml:3:38: a word or a list of words is meant here");
}

TEST(BuildPlan, RefusesATextFieldWithoutAName) {
  EXPECT_EQ(mistake("read: {format: jsonl, text_field: ''}\n"),
            "r.yaml:1:35: `text_field` is empty: name the field with the text");
}

TEST(BuildPlan, TakesNamesOfFieldsWithoutAFormat) {
  io::MemoryFileSystem files;
  files.add("a.jsonl", "{\"content\":\"\u78e8\u574a\"}\n{\"content\":\"\u6cb3\"}\n");
  EXPECT_FALSE(build_plan(files, "r.yaml", "", {.inputs = {"a.jsonl"}}).has_value());
  EXPECT_TRUE(build_plan(files, "r.yaml", "",
                         {.inputs = {"a.jsonl"}, .values = {"read.text_field=content"}})
                  .has_value());
}

// A word of an option is no YAML, and what is wrong with it is told by the option.
TEST(BuildPlan, TakesWordsOfOptionsAsTheyAre) {
  const io::MemoryFileSystem files;
  const auto mistake_of = [&](std::string word) {
    const PlanOverrides overrides = {.words = {{"extract", "favour", "--favour", std::move(word)}},
                                     .needs_inputs = false};
    const auto plan = build_plan(files, "tamis extract", "extract: {favour: recall}", overrides);
    return plan ? "" : std::string(plan.error().message());
  };
  EXPECT_EQ(mistake_of("precision"), "");
  EXPECT_TRUE(mistake_of("my #1: x").starts_with("--favour: no favour \"my #1: x\"; "))
      << mistake_of("my #1: x");
}

TEST(BuildPlan, RefusesNamesThatOutputsGiveToOtherColumns) {
  const auto named = [](const std::string& name) {
    return mistake("stages:\n  - a: [{word_count: {as: " + name + "}}]\n");
  };
  for (const char* name : {"text", "id", "value", "canonical_url", "cuts", "language_score"}) {
    EXPECT_EQ(named(name), "r.yaml:2:27: the outputs have a column \"" + std::string(name) +
                               "\" already: choose another name");
  }
  for (const char* name : {"''", "[]"}) {
    EXPECT_EQ(named(name), "r.yaml:2:27: `as` is the name of a column, and cannot be empty");
  }
  EXPECT_EQ(named("my_count"), "");
}

TEST(BuildPlan, SaysThatThereIsNoInput) {
  const io::MemoryFileSystem files;
  const auto plan = build_plan(files, "r.yaml", "", {});
  ASSERT_FALSE(plan);
  EXPECT_NE(plan.error().message().find("--input"), std::string::npos);
}

}  // namespace
}  // namespace tamis::pipeline
