#include "tamis/text/distinct_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "tamis/text/utf8.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

TEST(DistinctWords, CountsIdeographsAndThenOthersInTheOrderOfTheText) {
  const std::string_view words[] = {"the", "山", "mill", "山", "the", "山"};
  DistinctWords counted;
  counted.set_words(words);
  ASSERT_EQ(counted.distinct().size(), 3u);
  EXPECT_EQ(counted.distinct()[0].bytes, "山");
  EXPECT_EQ(counted.distinct()[0].num_occurrences, 3u);
  EXPECT_EQ(counted.distinct()[0].num_code_points, 1u);
  EXPECT_EQ(counted.distinct()[1].bytes, "the");
  EXPECT_EQ(counted.distinct()[2].num_code_points, 4u);
  EXPECT_EQ(counted.code_points_before().back(), 13u);
  EXPECT_EQ(counted.numbers()[4], counted.numbers()[0]);
  EXPECT_EQ(counted.numbers()[5], counted.numbers()[1]);
  EXPECT_NE(counted.numbers()[0], counted.numbers()[1]);
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

TEST(DistinctWords, TellsIdeographsFromTheirNeighbours) {
  // The first and the last of the block, what stands beside them, and what is no character.
  const std::string_view words[] = {"一",       "龥",  "\u9FFF",       "\u4DFF",
                                    "\uA000",   "한",  "\xE4\xB8\xC0", "一a",
                                    "\xE4\xB8", "abc", "一",           "\u9FFF"};
  DistinctWords counted;
  for (int round = 0; round < 2; ++round) {
    counted.set_words(words);
    EXPECT_EQ(counted.distinct().size(), std::size(words) - 2);
    for (const std::string_view word : words) {
      ASSERT_NE(counted.find(word), nullptr) << word;
      EXPECT_EQ(counted.find(word)->bytes, word);
      EXPECT_EQ(counted.find(word)->num_occurrences, std::ranges::count(words, word));
    }
    EXPECT_EQ(counted.find("丁"), nullptr);
  }
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
