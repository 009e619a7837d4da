// How much of a text its word n-grams repeat, in each of the ways that published filters count.
//
// Rae et al. 2021 (Gopher), appendix A1.1, names two numbers: the characters in duplicate n-grams
// and those in the most frequent one. RedPajama and DCLM, datatrove, and Dolma each count them
// their own way; this class gives the counts, its callers divide.
//
// The n-grams are windows of the words' numbers: repeated_windows.h finds those that repeat.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tamis/text/distinct_words.h"
#include "tamis/text/joined_repetition.h"
#include "tamis/text/repeated_windows.h"

namespace tamis::text {

// The most frequent n-gram; no occurrence if the text has fewer than n words.
struct TopNgram {
  std::int64_t num_code_points = 0;  // of its words, once, with nothing between them
  std::int64_t num_occurrences = 0;  // 1 if no n-gram occurs twice

  bool operator==(const TopNgram&) const = default;
};

// Which of several n-grams that are equally frequent is the top one.
enum class TopTie {
  kFirst,    // the one met first (datatrove, Dolma)
  kLongest,  // the one of most code points (RedPajama, DCLM)
};

// Code points of n-grams summed over their occurrences: a word counts in each that covers it.
struct OccurrenceSums {
  std::int64_t repeated_code_points = 0;  // of the n-grams that occur at least twice
  std::int64_t all_code_points = 0;

  bool operator==(const OccurrenceSums&) const = default;
};

// Answers questions about one text after the other; keeps its memory in between. Whatever was
// computed for one question serves the next; asking n in ascending order is fastest. Not
// thread-safe. n-grams are compared by 64-bit hashes: in a text of a million words, two different
// ones are taken for equal with a probability of 3e-8.
class NgramRepetition {
 public:
  static constexpr int kWordsMax = 32;  // of an n-gram

  // Takes the words that the questions below are about, which must not change until the next call.
  void set_words(const DistinctWords& words);

  // The code points of all words.
  std::int64_t num_code_points() const { return code_points_before_.back(); }

  // Requires of all: 1 <= n <= kWordsMax.

  // The code points of the words that lie in n-grams that occur at least twice: each word once
  // (RedPajama, DCLM).
  std::int64_t duplicate_code_points(int n);

  // The code points of the n-grams that one meets again when one reads from left to right and
  // skips each that was met before (datatrove); see joined_repetition.h.
  std::int64_t skipped_code_points(int n);

  // The two sums whose quotient is Dolma's share of duplicate n-grams.
  OccurrenceSums occurrence_sums(int n);

  TopNgram top(int n, TopTie tie);

  // The occurrences of n-grams that occur at least twice (Data-Juicer).
  std::int64_t num_repeated(int n);

 private:
  // What is known of the n-grams of one n.
  struct Measures {
    std::int64_t duplicate_code_points = 0;
    std::int64_t repeated_code_points = 0;
    std::int64_t num_repeated = 0;
    TopNgram first_top;  // the tops are known only if one n-gram at least occurs twice
    TopNgram longest_top;
  };

  const Measures& measures(int n);
  Measures measure(std::size_t n);
  void measure_top(std::size_t n, Measures& measures) const;
  TopNgram top_of_different(std::size_t n, TopTie tie) const;
  std::int64_t code_points_at(std::size_t position, std::size_t n) const {
    return code_points_before_[position + n] - code_points_before_[position];
  }

  std::span<const std::string_view> words_;
  bool is_joined_ = false;
  JoinedRepetition joined_;
  std::optional<std::int64_t> skipped_code_points_[kWordsMax + 1];  // by n, as the next
  std::optional<Measures> measures_[kWordsMax + 1];
  std::span<const std::uint32_t> code_points_before_;
  RepeatedWindows windows_;
};

}  // namespace tamis::text
