#include "tamis/pipeline/config_node.h"

#include <gtest/gtest.h>

#include "tests/must.h"

namespace tamis::pipeline {
namespace {

constexpr std::string_view kRecipe =
    "write: {format: jsonl}\n"
    "stages:\n"
    "  - repair: [unicode_nfc]\n"
    "  - filter:\n"
    "      branches:\n"
    "        chinese: {for: {language: zh}, steps: [word_count]}\n"
    "      otherwise: drop\n";

ConfigNode parsed(std::string_view yaml) { return must(parse_yaml(yaml)); }

TEST(ParseYaml, RemembersPlaces) {
  const ConfigNode root = parsed("a: 1\nb:\n  - c\n  - {d: e}\n");
  EXPECT_EQ(root.find("b")->items[0].place.line, 3);
  EXPECT_EQ(root.find("b")->items[0].place.column, 5);
  EXPECT_EQ(root.find("b")->items[1].entries[0].key.place.line, 4);
}

TEST(ParseYaml, SaysWhereTheSyntaxIsWrong) {
  const auto result = parse_yaml("a: [1, 2\nb: 3\n");
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().message().starts_with("2:")) << result.error().message();
}

TEST(ParseYaml, NamesTabsAndFullWidthMarks) {
  const std::pair<std::string, std::string> kCases[] = {
      {"stages:\n  - a:\n\t- word_count\n",
       "3:1: a tab; YAML is indented by spaces only (line 3, by YAML itself: illegal block entry)"},
      {"stages\uff1a\n  - a: [b]\n",
       "1:7: a full-width colon \uff1a; write `: `, with a space "
       "behind it (line 2, by YAML itself: illegal map value)"},
      {"a: {\u4e2d\u6587: 1}\nb:\n  min\uff1a 3\n  max: 4\n",
       "3:6: a full-width colon \uff1a; write `: `, with a space behind it (line 4, by YAML "
       "itself: "
       "illegal map value)"},
      {"a: {b: 1\uff0cc: 2}\n",
       "1:9: a full-width comma \uff0c; write `, ` (line 1, by YAML itself: end of map flow not "
       "found)"},
  };
  for (const auto& [yaml, expected] : kCases) {
    const auto result = parse_yaml(yaml);
    ASSERT_FALSE(result) << yaml;
    EXPECT_EQ(result.error().message(), expected) << yaml;
  }
  for (const char* yaml : {"a: [\u8d4c\uff0c\u573a]\n", "a: '\uff1a'\n", "a:\tb\n"})
    EXPECT_TRUE(parse_yaml(yaml)) << yaml;
  const auto quoted = parse_yaml("a: '\uff0c'  # \uff1a\nb: [1\n");
  ASSERT_FALSE(quoted);
  EXPECT_EQ(quoted.error().message().find("full-width"), std::string::npos);
}

// As of an input that is given as the recipe.
TEST(ParseYaml, KnowsJsonLines) {
  const auto result = parse_yaml("{\"text\": \"a\"}\n{\"text\": \"b\"}\n");
  ASSERT_FALSE(result);
  EXPECT_NE(result.error().message().find("Give it by --input"), std::string::npos)
      << result.error().message();
}

TEST(ParseYaml, RefusesWhatIsNestedWithoutEnd) {
  for (const std::string_view unit : {"[", "{a: "}) {
    std::string yaml = "a: ";
    for (int depth = 0; depth < 20'000; ++depth) yaml += unit;
    const auto result = parse_yaml(yaml);
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().message().ends_with("nested deeper than any recipe"))
        << result.error().message();
  }
}

TEST(ParseYaml, RefusesOtherEncodings) {
  const auto recipe = parse_yaml("# \u4e2d\u6587\na: \xd6\xd0\n");  // the second line is GBK
  ASSERT_FALSE(recipe);
  EXPECT_TRUE(recipe.error().message().starts_with("2:1: ")) << recipe.error().message();
  ConfigNode root = *parse_yaml("a: b");
  EXPECT_FALSE(set_value(root, "a=\xd6\xd0"));
}

TEST(ParseYaml, RefusesASecondDocument) {
  for (const char* yaml : {"a: 1\n---\nb: 2\n", "---\na: 1\n...\nb: 2\n", "---\n---\nb: 2\n"}) {
    const auto result = parse_yaml(yaml);
    ASSERT_FALSE(result) << yaml;
    EXPECT_NE(result.error().message().find(":1: a second document begins here"), std::string::npos)
        << result.error().message();
  }
  for (const char* yaml : {"---\na: 1\n", "a: 1\n...\n", "# c\n---\na: 1\n---\n"}) {
    EXPECT_NE(parsed(yaml).find("a"), nullptr) << yaml;
  }
  EXPECT_TRUE(parsed("").is_null());
}

// yaml-cpp stops there, or never does. Found by the fuzzer.
TEST(ParseYaml, RefusesWhatNoDocumentBeginsWith) {
  for (const char* yaml : {", a\nb: 1\n", "a: 1\n]\n", "}", "a: 1\n---\n, b\n"}) {
    const auto result = parse_yaml(yaml);
    EXPECT_FALSE(result) << yaml;
  }
}

TEST(ParseYaml, RefusesAKeyGivenTwice) {
  const auto result = parse_yaml("a: 1\nb: 2\na: 3\n");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message(), "3:1: \"a\" is given twice");
}

TEST(ParseYaml, RefusesAnAliasBomb) {
  std::string yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int depth = 1; depth < 9; ++depth) {
    yaml += "a" + std::to_string(depth) + ": &a" + std::to_string(depth) + " [";
    for (int copy = 0; copy < 10; ++copy) yaml += "*a" + std::to_string(depth - 1) + ", ";
    yaml += "]\n";
  }
  EXPECT_FALSE(parse_yaml(yaml));
}

TEST(ParseYaml, RefusesDepth) {
  EXPECT_FALSE(parse_yaml(std::string(100, '[') + std::string(100, ']')));
}

TEST(SetValue, ReachesBranchesWithoutNamingTheirStage) {
  ConfigNode root = parsed(kRecipe);
  ASSERT_TRUE(set_value(root, "chinese.word_count.min=30"));
  const ConfigNode& steps = *root.find("stages")
                                 ->items[1]
                                 .entries[0]
                                 .value.find("branches")
                                 ->find("chinese")
                                 ->find("steps");
  EXPECT_EQ(steps.items[0].find("word_count")->find("min")->scalar, "30");
}

// Two steps of one rule are told apart by the names that the recipe gives them.
TEST(SetValue, FindsAStepByItsName) {
  ConfigNode root = parsed(
      "stages:\n  - addresses:\n      - url_word_count: {max: 0, as: hard}\n"
      "      - url_word_count: {max: 1, as: soft}\n");
  ASSERT_TRUE(set_value(root, "addresses.soft.max=2"));
  ASSERT_TRUE(set_value(root, "addresses.hard.max=3"));
  const ConfigNode& steps = root.find("stages")->items[0].entries[0].value;
  EXPECT_EQ(steps.items[0].find("url_word_count")->find("max")->scalar, "3");
  EXPECT_EQ(steps.items[1].find("url_word_count")->find("max")->scalar, "2");
  EXPECT_FALSE(set_value(root, "addresses.neither.max=3"));
}

TEST(SetValue, ReplacesAndAddsKeys) {
  ConfigNode root = parsed(kRecipe);
  ASSERT_TRUE(set_value(root, "write.format=parquet"));
  ASSERT_TRUE(set_value(root, "write.zstd_level=9"));
  EXPECT_EQ(root.find("write")->find("format")->scalar, "parquet");
  EXPECT_EQ(root.find("write")->find("zstd_level")->scalar, "9");
}

TEST(SetValue, NamesThePathThatIsNotThere) {
  ConfigNode root = parsed(kRecipe);
  const auto result = set_value(root, "english.word_count.min=30");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message(),
            "--set english.word_count.min=30: the recipe has no \"english\"");
}

TEST(SetValue, NamesTheKeyThatIsNear) {
  ConfigNode root = parsed(
      "{stages: [{filter: {branches: {english: {for: {language: en}, steps: "
      "[word_count, {line_count: {min: 1}}]}}}}], write: {format: jsonl}}");
  for (const auto& [assignment, advice] :
       {std::pair("english.word_cont.min=5", "no \"word_cont\"; did you mean \"word_count\"?"),
        std::pair("english.lin_count.min=5", "no \"lin_count\"; did you mean \"line_count\"?")}) {
    const auto result = set_value(root, assignment);
    ASSERT_FALSE(result) << assignment;
    EXPECT_TRUE(result.error().message().ends_with(advice)) << result.error().message();
  }
}

TEST(SetWord, MakesASectionOfWhatIsEmptyOnly) {
  for (const std::string_view yaml : {"", "read: null\n", "read: {format: auto}\n"}) {
    ConfigNode root = parsed(yaml);
    set_word(root, "read", "format", "jsonl", "--format");
    EXPECT_EQ(root.find("read")->find("format")->scalar, "jsonl") << yaml;
  }
  ConfigNode root = parsed("- read\n");
  set_word(root, "read", "format", "jsonl", "--format");
  EXPECT_FALSE(root.is_map());
}

TEST(SetValue, WantsAnEqualsSign) {
  ConfigNode root = parsed(kRecipe);
  EXPECT_FALSE(set_value(root, "write.format"));
}

}  // namespace
}  // namespace tamis::pipeline
