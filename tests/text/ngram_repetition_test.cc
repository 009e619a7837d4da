#include "tamis/text/ngram_repetition.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

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

// Takes the words, and then is asked about them.
class Repetition : public NgramRepetition {
 public:
  explicit Repetition(const Words& words = {}) { take(words); }
  void take(const Words& words) {
    distinct_.set_words(words);
    set_words(distinct_);
  }

 private:
  DistinctWords distinct_;
};

std::int64_t code_points_of(const Words& words) {
  std::int64_t sum = 0;
  for (const std::string_view word : words) sum += std::int64_t(count_code_points(word));
  return sum;
}

// The slow twin: a map of the n-grams themselves, with the positions of each.
class SlowRepetition {
 public:
  SlowRepetition(const Words& words, std::size_t n) : words_(words), n_(n) {
    for (std::size_t i = 0; i + n <= words.size(); ++i) positions_[ngram_at(i)].push_back(i);
  }

  std::int64_t duplicate_code_points() const {
    std::vector<bool> is_covered(words_.size());
    for (const auto& [ngram, positions] : positions_) {
      for (const std::size_t i : positions) {
        for (std::size_t j = i; positions.size() > 1 && j < i + n_; ++j) is_covered[j] = true;
      }
    }
    Words covered;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (is_covered[i]) covered.push_back(words_[i]);
    }
    return code_points_of(covered);
  }

  OccurrenceSums occurrence_sums() const {
    OccurrenceSums sums;
    for (const auto& [ngram, positions] : positions_) {
      const std::int64_t sum = code_points_of(ngram) * std::int64_t(positions.size());
      if (positions.size() > 1) sums.repeated_code_points += sum;
      sums.all_code_points += sum;
    }
    return sums;
  }

  TopNgram top(TopTie tie) const {
    TopNgram top;
    std::size_t first_position = 0;
    for (const auto& [ngram, positions] : positions_) {
      const TopNgram other = {code_points_of(ngram), std::int64_t(positions.size())};
      const bool wins_tie = tie == TopTie::kFirst ? positions.front() < first_position
                                                  : other.num_code_points > top.num_code_points;
      if (other.num_occurrences < top.num_occurrences) continue;
      if (other.num_occurrences == top.num_occurrences && !wins_tie) continue;
      top = other;
      first_position = positions.front();
    }
    return top;
  }

 private:
  Words ngram_at(std::size_t i) const { return Words(words_.begin() + i, words_.begin() + i + n_); }

  const Words& words_;
  std::size_t n_;
  std::map<Words, std::vector<std::size_t>> positions_;
};

TEST(NgramRepetition, CountsEachCoveredWordOnce) {
  EXPECT_EQ(Repetition(words_of("a bb a bb a")).duplicate_code_points(2), 7);
  EXPECT_EQ(Repetition(words_of("重要的事重要的事")).duplicate_code_points(4), 8);
  EXPECT_EQ(Repetition(words_of("all of these differ")).duplicate_code_points(1), 0);
  EXPECT_EQ(Repetition(words_of("too short")).duplicate_code_points(3), 0);
  EXPECT_EQ(Repetition().duplicate_code_points(5), 0);
}

TEST(NgramRepetition, CountsEachOccurrence) {
  const Words words = words_of("a bb a bb a 中文 中文");
  Repetition repetition(words);
  EXPECT_EQ(repetition.num_code_points(), 11);
  // "a bb" and "bb a" twice each, "中文" twice; "a 中" and "文中" once.
  EXPECT_EQ(repetition.occurrence_sums(2), (OccurrenceSums{16, 20}));
  EXPECT_EQ(repetition.occurrence_sums(10), OccurrenceSums());
}

TEST(NgramRepetition, FindsTheMostFrequent) {
  const Words words = words_of("ab c ab c ab d long word long word 长长长");
  Repetition repetition(words);
  EXPECT_EQ(repetition.top(1, TopTie::kFirst), (TopNgram{2, 3}));
  EXPECT_EQ(repetition.top(1, TopTie::kLongest), (TopNgram{2, 3}));
  EXPECT_EQ(repetition.top(2, TopTie::kFirst), (TopNgram{3, 2}));
  EXPECT_EQ(repetition.top(2, TopTie::kLongest), (TopNgram{8, 2}));
  EXPECT_EQ(repetition.top(5, TopTie::kFirst), (TopNgram{8, 1}));
  EXPECT_EQ(repetition.top(5, TopTie::kLongest), (TopNgram{17, 1}));
  EXPECT_EQ(repetition.top(14, TopTie::kFirst), TopNgram());
}

TEST(NgramRepetition, AgreesWithTheSlowTwinInAnyOrderOfQuestions) {
  constexpr std::string_view kPieces[] = {"a ", "b ", "cc ", "中", "文", "abcdefghijklmnopq "};
  Repetition repetition;
  for (unsigned seed = 0; seed < 200; ++seed) {
    const std::string text = random_text(kPieces, static_cast<int>(seed), seed);
    const Words words = words_of(text);
    repetition.take(words);
    for (const int n : {3, 1, 2, 7, 5, 32}) {
      const SlowRepetition slow(words, n);
      ASSERT_EQ(repetition.duplicate_code_points(n), slow.duplicate_code_points());
      ASSERT_EQ(repetition.occurrence_sums(n), slow.occurrence_sums());
      ASSERT_EQ(repetition.top(n, TopTie::kFirst), slow.top(TopTie::kFirst));
      ASSERT_EQ(repetition.top(n, TopTie::kLongest), slow.top(TopTie::kLongest));
    }
  }
}

TEST(NgramRepetition, TakesTimeInProportionToWhateverItGets) {
  const std::string long_word(10 << 20, 'a');
  EXPECT_EQ(Repetition(Words(3, long_word)).duplicate_code_points(2), 30 << 20);
  const Words equal(1 << 20, "中");
  Repetition repetition(equal);
  EXPECT_EQ(repetition.duplicate_code_points(32), 1 << 20);
  EXPECT_EQ(repetition.skipped_code_points(32), (1 << 20) - 32);
}

}  // namespace
}  // namespace tamis::text
