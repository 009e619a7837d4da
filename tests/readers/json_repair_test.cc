#include "tamis/readers/json_repair.h"

#include <gtest/gtest.h>

namespace tamis::readers {
namespace {

TEST(RepairJson, ReplacesHalvesOfPairsAndQuotesLargeNumbers) {
  const std::pair<const char*, const char*> kCases[] = {
      {R"({"a":"x\ud83d"})", R"({"a":"x\ufffd"})"},
      {R"({"a":"\ude00\ud83d磨坊"})", R"({"a":"\ufffd\ufffd磨坊"})"},
      {R"(["\ud83d\ud83d\ude00"])", R"(["\ufffd\ud83d\ude00"])"},
      {R"(["\\\ud83d"])", R"(["\\\ufffd"])"},
      {"[NaN, -Infinity,Infinity, \"NaN\"]", "[null, null,null, \"NaN\"]"},
      {"[18446744073709551616]", "[\"18446744073709551616\"]"},
      {"[-9223372036854775809, 1e400,-2.5E+999]",
       "[\"-9223372036854775809\", \"1e400\",\"-2.5E+999\"]"},
  };
  for (const auto& [json, expected] : kCases) {
    std::string repaired;
    EXPECT_TRUE(repair_json(json, repaired)) << json;
    EXPECT_EQ(repaired, expected);
  }
}

TEST(RepairJson, LeavesAllElse) {
  for (const char* json :
       {R"({"a":"\ud83d\ude00 \\ud83d \u4e2d"})",
        "[18446744073709551615,-9223372036854775808,1e308]", R"(["18446744073709551616"])",
        "[018446744073709551616, 1e, -]", "\"\\", "\"\\u12", "\"\\ud8", ""}) {
    std::string repaired = "old";
    EXPECT_FALSE(repair_json(json, repaired)) << json;
    EXPECT_EQ(repaired, json);
  }
}

}  // namespace
}  // namespace tamis::readers
