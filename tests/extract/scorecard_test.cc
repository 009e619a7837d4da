#include "tamis/extract/scorecard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <span>

namespace tamis::extract {
namespace {

constexpr auto kWordsColumn = static_cast<std::int16_t>(BlockFeature::kWords);
constexpr auto kFirstBitColumn = static_cast<std::int16_t>(kNumBlockFeatures);

TEST(AddPoints, TakesTheStepThatHoldsTheValue) {
  constexpr Step kSteps[] = {
      {kWordsColumn, 2, 10}, {kWordsColumn, 5, 20}, {kWordsColumn, 32767, 30}};
  for (const auto& [words, score] : {std::pair{0, 110}, {2, 110}, {3, 120}, {5, 120}, {6, 130}}) {
    BlockFeatures features;
    features[BlockFeature::kWords] = static_cast<std::int16_t>(words);
    EXPECT_EQ(add_points({.base = 100, .steps = kSteps}, features, nullptr), score) << words;
  }
}

TEST(AddPoints, ReadsBitsAsColumns) {
  constexpr Step kSteps[] = {{kFirstBitColumn + 3, 0, -5}, {kFirstBitColumn + 3, 32767, 7}};
  BlockFeatures features;
  EXPECT_EQ(add_points({.base = 0, .steps = kSteps}, features, nullptr), -5);
  features.meanings_near = 8;
  EXPECT_EQ(add_points({.base = 0, .steps = kSteps}, features, nullptr), 7);
}

// What add_points relies on; the table is generated.
TEST(Scorecards, HaveRisingColumnsThatEndWithoutABound) {
  for (const Scorecard& card : {first_scorecard(), second_scorecard()}) {
    ASSERT_FALSE(card.steps.empty());
    EXPECT_TRUE(std::ranges::is_sorted(card.steps, {}, &Step::column));
    for (std::size_t i = 0; i < card.steps.size(); ++i) {
      const bool is_last =
          i + 1 == card.steps.size() || card.steps[i + 1].column != card.steps[i].column;
      EXPECT_EQ(card.steps[i].at_most == 32767, is_last);
      if (is_last) continue;
      EXPECT_GT(card.steps[i + 1].at_most, card.steps[i].at_most);
    }
  }
}

// What ScoreTable relies on: its sums are of 16 bits.
TEST(Scorecards, AddUpToLittle) {
  for (const Scorecard& card : {first_scorecard(), second_scorecard()}) {
    int sum = 0;
    for (std::size_t i = 1; i < card.steps.size(); ++i) {
      if (card.steps[i].column != card.steps[i - 1].column) continue;
      sum += std::abs(card.steps[i].points - card.steps[i - 1].points);
    }
    EXPECT_LT(sum, 32767);
  }
}

// Values around the bounds, where a step taken too early or too late would show.
std::int16_t random_value(std::span<const Step> steps, std::mt19937& random) {
  const int at_most = steps[random() % steps.size()].at_most;
  return static_cast<std::int16_t>(
      std::clamp<int>(at_most + static_cast<int>(random() % 3) - 1, -32768, 32767));
}

TEST(ScoreTable, AgreesWithAddPoints) {
  std::mt19937 random(1);
  std::mt19937_64 random_bits(1);
  for (const Scorecard& card : {first_scorecard(), second_scorecard()}) {
    const ScoreTable table(card);
    for (int i = 0; i < 2000; ++i) {
      BlockFeatures features;
      ContextFeatures context = {};
      for (std::int16_t& value : features.values) value = random_value(card.steps, random);
      for (std::int16_t& value : context) value = random_value(card.steps, random);
      features.meanings_near = random_bits();
      features.meanings_any = random_bits();
      features.tags_any = random_bits();
      ASSERT_EQ(table.score(features, &context), add_points(card, features, &context));
      ASSERT_EQ(table.score(features, nullptr), add_points(card, features, nullptr));
    }
  }
}

}  // namespace
}  // namespace tamis::extract
