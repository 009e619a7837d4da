#include "tamis/pipeline/step_settings.h"

#include <gtest/gtest.h>

#include "tests/must.h"

namespace tamis::pipeline {
namespace {

struct Params {
  std::int64_t num_words = 10;
  double share = 0.5;
  bool is_strict = false;
  std::string mode = "keep";
  std::vector<std::string> words;
};

constexpr std::string_view kModes[] = {"keep", "remove"};
constexpr ParamSpec kParams[] = {
    param<&Params::num_words>("num_words", "A number."),
    param<&Params::share>("share", "A share."),
    param<&Params::is_strict>("is_strict", "A truth."),
    param<&Params::mode>("mode", "A choice.", kModes),
    param<&Params::words>("words", "Words."),
};

std::string complaint(std::string_view yaml, Params& params) {
  Diagnostics diagnostics("r.yaml");
  const ConfigNode settings = must(parse_yaml(yaml));
  apply_settings(settings, kParams, {}, &params, diagnostics);
  return diagnostics.is_empty() ? "" : std::string(diagnostics.error().message());
}

TEST(ApplySettings, SetsWhatIsGivenAndLeavesTheRest) {
  Params params;
  EXPECT_EQ(complaint("{num_words: 5, is_strict: true, mode: remove, words: [甲, b]}", params), "");
  EXPECT_EQ(params.num_words, 5);
  EXPECT_EQ(params.share, 0.5);
  EXPECT_TRUE(params.is_strict);
  EXPECT_EQ(params.mode, "remove");
  EXPECT_EQ(params.words, (std::vector<std::string>{"甲", "b"}));
}

TEST(ApplySettings, ComplainsWithPlaceAndAdvice) {
  Params params;
  EXPECT_EQ(complaint("num_word: 5", params),
            "r.yaml:1:1: no key \"num_word\"; did you mean \"num_words\"?");
  EXPECT_EQ(complaint("num_words: five", params),
            "r.yaml:1:12: \"num_words\" must be a whole number");
  EXPECT_EQ(complaint("mode: remov", params),
            "r.yaml:1:7: no mode \"remov\"; did you mean \"remove\"?");
  EXPECT_EQ(complaint("is_strict: yes", params),
            "r.yaml:1:12: \"is_strict\" must be true or false");
}

TEST(ParseSize, KnowsUnits) {
  const std::pair<std::string_view, std::optional<std::int64_t>> kCases[] = {
      {"0", 0},
      {"4096", 4096},
      {"1K", 1024},
      {"2 MiB", 2 << 20},
      {"3GiB", 3LL << 30},
      {"-1", -1},
      {"", std::nullopt},
      {"x", std::nullopt},
      {"1Q", std::nullopt},
      {"99999999T", std::nullopt},
      {"1.5G", std::nullopt}};
  for (const auto& [text, expected] : kCases) EXPECT_EQ(parse_size(text), expected) << text;
}

TEST(ParseNumber, TakesDecimalsOnly) {
  EXPECT_EQ(parse_number("0.25"), 0.25);
  EXPECT_EQ(parse_number("1e3"), 1000);
  EXPECT_EQ(parse_number("nan"), std::nullopt);
  EXPECT_EQ(parse_number("1,5"), std::nullopt);
  EXPECT_EQ(parse_number(""), std::nullopt);
}

}  // namespace
}  // namespace tamis::pipeline
