#include "tamis/text/joined_repetition.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tamis/text/utf8.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

using Words = std::vector<std::string_view>;

// The slow twin: the reading as it is described.
std::int64_t slow_skipped_code_points(const Words& words, std::size_t n) {
  std::set<std::string> met;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i + n <= words.size();) {
    std::string ngram;
    for (std::size_t j = i; j < i + n; ++j) ngram += words[j];
    const bool is_new = met.insert(ngram).second;
    if (!is_new) sum += std::int64_t(count_code_points(ngram));
    i += is_new ? 1 : n;
  }
  return sum;
}

std::int64_t skipped_code_points(const Words& words, std::size_t n) {
  JoinedRepetition repetition;
  repetition.set_words(words);
  return repetition.skipped_code_points(n);
}

TEST(JoinedRepetition, SkipsWhatWasMetBefore) {
  EXPECT_EQ(skipped_code_points({"a", "bb", "a", "bb", "a", "bb"}, 2), 6);
  EXPECT_EQ(skipped_code_points({"重要", "的", "事", "重要", "的", "事"}, 3), 4);
  EXPECT_EQ(skipped_code_points({"all", "of", "these", "differ"}, 1), 0);
  EXPECT_EQ(skipped_code_points({"too", "short"}, 3), 0);
  EXPECT_EQ(skipped_code_points({}, 1), 0);
}

TEST(JoinedRepetition, DoesNotRememberSkippedWords) {
  // The second "a b" is skipped whole, and with its "b" the first "b c".
  EXPECT_EQ(skipped_code_points({"a", "b", "a", "b", "c", "b", "c"}, 2), 2);
}

TEST(JoinedRepetition, SeesNoBordersOfWords) {
  EXPECT_EQ(skipped_code_points({"a", "bc", "x", "ab", "c"}, 2), 3);
  EXPECT_EQ(skipped_code_points({"中华", "人民", "x", "中", "华人民"}, 2), 4);
}

TEST(JoinedRepetition, AgreesWithTheSlowTwin) {
  constexpr std::string_view kWords[] = {"a", "aa", "ab", "中", "中文", "a longer word 123"};
  std::mt19937 random(1);
  JoinedRepetition repetition;
  for (std::size_t num_words = 0; num_words < 300; ++num_words) {
    Words words;
    const std::size_t num_kinds = 1 + random() % std::size(kWords);
    while (words.size() < num_words) words.push_back(kWords[random() % num_kinds]);
    repetition.set_words(words);
    for (const std::size_t n : {5, 10, 1, 2, 3}) {
      ASSERT_EQ(repetition.skipped_code_points(n), slow_skipped_code_points(words, n)) << n;
    }
  }
}

}  // namespace
}  // namespace tamis::text
