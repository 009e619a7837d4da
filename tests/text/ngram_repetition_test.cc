#include "tamis/text/ngram_repetition.h"

#include <gtest/gtest.h>

#include <map>

#include "tamis/text/utf8.h"
#include "tamis/text/words.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

using Words = std::vector<std::string_view>;

Words words_of(std::string_view text) {
  Words words;
  split_words(text, words);
  return words;
}

// The slow twin: a map of the n-grams themselves.
std::int64_t slow_duplicate_code_points(const Words& words, std::size_t n) {
  std::map<Words, int> num_occurrences;
  const auto ngram_at = [&](std::size_t i) {
    return Words(words.begin() + i, words.begin() + i + n);
  };
  for (std::size_t i = 0; i + n <= words.size(); ++i) ++num_occurrences[ngram_at(i)];
  std::vector<bool> is_covered(words.size());
  for (std::size_t i = 0; i + n <= words.size(); ++i) {
    if (num_occurrences[ngram_at(i)] < 2) continue;
    for (std::size_t j = i; j < i + n; ++j) is_covered[j] = true;
  }
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_covered[i]) sum += std::int64_t(count_code_points(words[i]));
  }
  return sum;
}

TEST(NgramRepetition, CountsEachCoveredWordOnce) {
  NgramRepetition repetition;
  EXPECT_EQ(repetition.duplicate_code_points(words_of("a bb a bb a"), 2), 7);
  EXPECT_EQ(repetition.duplicate_code_points(words_of("重要的事重要的事"), 4), 8);
  EXPECT_EQ(repetition.duplicate_code_points(words_of("all of these differ"), 1), 0);
  EXPECT_EQ(repetition.duplicate_code_points(words_of("too short"), 3), 0);
  EXPECT_EQ(repetition.duplicate_code_points({}, 5), 0);
}

TEST(NgramRepetition, FindsTheMostFrequent) {
  NgramRepetition repetition;
  repetition.set_words(words_of("ab c ab c ab d long word long word"));
  EXPECT_EQ(repetition.top_code_points(1), 6);   // "ab", three times
  EXPECT_EQ(repetition.top_code_points(2), 16);  // of two pairs the longer: "long word", twice
  EXPECT_EQ(repetition.top_code_points(5), 0);
}

TEST(NgramRepetition, AgreesWithTheSlowTwinFromTextToText) {
  constexpr std::string_view kPieces[] = {"a ", "b ", "cc ", "中", "文"};
  NgramRepetition repetition;
  for (unsigned seed = 0; seed < 200; ++seed) {
    const std::string text = random_text(kPieces, static_cast<int>(seed), seed);
    const Words words = words_of(text);
    for (const int n : {1, 2, 3, 5}) {
      ASSERT_EQ(repetition.duplicate_code_points(words, n), slow_duplicate_code_points(words, n));
    }
  }
}

}  // namespace
}  // namespace tamis::text
