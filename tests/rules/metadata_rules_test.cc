// The rules on what the input says beside the text.
#include <gtest/gtest.h>

#include "tamis/rules/metadata_values.h"
#include "tests/rules/configured_rule.h"

namespace tamis::rules {
namespace {

using Words = std::vector<std::string>;

double measure_metadata(const RuleInstance& rule, std::string_view metadata) {
  return apply_rule(rule, {.language = "en", .metadata = metadata, .text = "text"}).value;
}

TEST(MetadataValues, AreThoseOfTheField) {
  const std::string_view metadata =
      R"({"a":{"b":["x",2,true,null,{"c":1}]},"a.b":"whole","名":"值","n":1.50,"o":{},"z":null})";
  EXPECT_EQ(metadata_values(metadata, "a.b"), Words{"whole"});
  EXPECT_EQ(metadata_values(R"({"a":{"b":["x",2,true,null,{"c":1}]}})", "a.b"),
            (Words{"x", "2", "true"}));
  EXPECT_EQ(metadata_values(metadata, "名"), Words{"值"});
  EXPECT_EQ(metadata_values(metadata, "n"), Words{"1.5"});
  for (const std::string_view path : {"o", "z", "a", "absent", "a.absent", "n.n", "", "."})
    EXPECT_TRUE(metadata_values(metadata, path).empty()) << path;
  for (const std::string_view broken : {"", "{", "[1]", "7", "{\"n\":}"})
    EXPECT_TRUE(metadata_values(broken, "n").empty()) << broken;
}

// As the input wrote it, though what its `metadata` holds stands beside the other fields.
TEST(MetadataValues, MayBeNamedInsideTheMetadata) {
  EXPECT_EQ(metadata_values(R"({"score":3})", "metadata.score"), Words{"3"});
  EXPECT_EQ(metadata_values(R"({"score":3,"metadata.score":4})", "metadata.score"), Words{"4"});
}

TEST(MetadataNumber, ReadsNumbersAsTheyComeInCorpora) {
  const RuleInstance rule = configured_rule("metadata_number", {{"absent", ParamValue(-1.0)}});
  for (const auto& [metadata, number] : {std::pair(R"({"score":3.25})", 3.25),
                                         {R"({"score":-7})", -7.0},
                                         {R"({"score":"4"})", 4.0},
                                         {R"({"score":[2,9]})", 2.0},
                                         {R"({"score":true})", 1.0},
                                         {R"({"score":"high"})", -1.0},
                                         {R"({"score":"1e999"})", -1.0},
                                         {R"({"score":null})", -1.0},
                                         {"", -1.0}}) {
    EXPECT_EQ(measure_metadata(rule, metadata), number) << metadata;
  }
}

TEST(ListedMetadataCount, CountsListedValues) {
  const RuleInstance rule = configured_rule(
      "listed_metadata_count",
      {{"field", ParamValue(std::string("meta.topics"))}, {"values", ParamValue(Words{"a", "7"})}});
  for (const auto& [metadata, count] : {std::pair(R"({"meta":{"topics":"a"}})", 1.0),
                                        {R"({"meta":{"topics":["a","b",7]}})", 2.0},
                                        {R"({"meta":{"topics":"A"}})", 0.0},
                                        {R"({"topics":"a"})", 0.0}}) {
    EXPECT_EQ(measure_metadata(rule, metadata), count) << metadata;
  }
}

TEST(SamplePosition, SpreadsTextsEvenly) {
  const RuleInstance first = default_rule("sample_position");
  const RuleInstance second =
      configured_rule("sample_position", {{"seed", ParamValue(std::int64_t{1})}});
  constexpr int kNumTexts = 20'000;
  int num_below = 0, num_below_both = 0;
  for (int i = 0; i < kNumTexts; ++i) {
    const std::string text = "第" + std::to_string(i) + " text";
    const double position = measure(first, text);
    ASSERT_GE(position, 0);
    ASSERT_LT(position, 1);
    if (position > .1) continue;
    ++num_below;
    if (measure(second, text) <= .1) ++num_below_both;
  }
  EXPECT_NEAR(num_below, kNumTexts / 10, 150);       // 3.5 times the deviation
  EXPECT_NEAR(num_below_both, kNumTexts / 100, 50);  // the seeds know nothing of each other
}

}  // namespace
}  // namespace tamis::rules
