#include "tamis/text/distinct_words.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "tamis/text/utf8.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

TEST(DistinctWords, CountsEachWordInTheOrderOfTheText) {
  const std::string_view words[] = {"the", "山", "mill", "山", "the", "山"};
  DistinctWords counted;
  counted.set_words(words);
  ASSERT_EQ(counted.distinct().size(), 3u);
  EXPECT_EQ(counted.distinct()[0].bytes, "the");
  EXPECT_EQ(counted.distinct()[1].num_occurrences, 3u);
  EXPECT_EQ(counted.distinct()[1].num_code_points, 1u);
  EXPECT_EQ(counted.distinct()[2].num_code_points, 4u);
  EXPECT_EQ(counted.code_points_before().back(), 13u);
  EXPECT_EQ(counted.numbers()[4], 0u);
  EXPECT_EQ(counted.numbers()[5], 1u);
}

TEST(DistinctWords, FindsWordsOfTheTextAlone) {
  DistinctWords counted;
  EXPECT_EQ(counted.find("the"), nullptr);
  const std::string_view words[] = {"the", "山", "mill", "山"};
  counted.set_words(words);
  ASSERT_NE(counted.find("山"), nullptr);
  EXPECT_EQ(counted.find("山")->num_occurrences, 2u);
  EXPECT_EQ(counted.find("hill"), nullptr);
  EXPECT_EQ(counted.find(""), nullptr);
  counted.set_words({});
  EXPECT_EQ(counted.find("the"), nullptr);
}

TEST(DistinctWords, AgreesWithAMapWhateverCameBefore) {
  DistinctWords counted;
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    std::vector<std::string_view> words;
    std::map<std::string_view, std::uint32_t> counts;
    for (unsigned i = 0; i < seed; ++i) {
      words.push_back(kMixedPieces[random() % std::size(kMixedPieces)]);
      ++counts[words.back()];
    }
    counted.set_words(words);
    ASSERT_EQ(counted.distinct().size(), counts.size());
    for (const DistinctWord& word : counted.distinct()) {
      ASSERT_EQ(word.num_occurrences, counts[word.bytes]);
      ASSERT_EQ(word.num_code_points, count_code_points(word.bytes));
    }
  }
}

TEST(DistinctWords, GrowsToAMillion) {
  std::vector<std::string> numbers;
  for (int i = 0; i < 1'000'000; ++i) numbers.push_back(std::to_string(i));
  DistinctWords counted;
  counted.set_words(std::vector<std::string_view>(numbers.begin(), numbers.end()));
  EXPECT_EQ(counted.distinct().size(), numbers.size());
  counted.set_words({});
  EXPECT_TRUE(counted.distinct().empty());
  EXPECT_EQ(counted.code_points_before().size(), 1u);
}

}  // namespace
}  // namespace tamis::text
