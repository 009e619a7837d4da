// The different words of a text, and how often each occurs.
//
// A text of ten thousand words has some two thousand different ones: what rules ask of words is
// found out once for each of these. The pass that tells them apart numbers them, for n-grams. In
// Chinese nearly every word is one ideograph, whose number is its place in Unicode; other words are
// numbered by a table of their hashes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tamis/text/occurrence_table.h"

namespace tamis::text {

struct DistinctWord {
  std::string_view bytes;
  std::uint32_t num_occurrences = 0;
  std::uint32_t num_code_points = 0;  // as of count_code_points()
};

// Keeps its memory from text to text. Not thread-safe. Words are compared by 64-bit hashes.
class DistinctWords {
 public:
  // Words and text are viewed, not copied, until the next call. Words that are parts of `text` take
  // less time. Requires: fewer than 2^32 bytes in all.
  void set_words(std::span<const std::string_view> words, std::string_view text = {});

  // Ideographs before others, and both in the order in which they are first met.
  std::span<const DistinctWord> distinct() const { return distinct_; }

  // Those of them that are no ideographs.
  std::span<const DistinctWord> others() const { return distinct().subspan(num_met_); }

  // Null if the text has no such word. Takes no time that depends on the text.
  const DistinctWord* find(std::string_view word) const;

  // Whose parts words may be.
  std::string_view text() const { return text_; }

  // All words, and a number for each, equal if the words are.
  std::span<const std::string_view> words() const { return words_; }
  std::span<const std::uint32_t> numbers() const { return numbers_; }

  // The code points of the words before each; one number more than words.
  std::span<const std::uint32_t> code_points_before() const { return code_points_before_; }

 private:
  void forget();
  void number_ideographs();
  void number_others();
  void list_distinct();

  std::span<const std::string_view> words_;
  std::string_view text_;
  std::vector<std::uint32_t> numbers_;
  std::vector<std::uint32_t> code_points_before_ = {0};

  // By the place of the ideograph: how often it occurs, and then 1 + its place in `distinct_`.
  std::vector<std::uint32_t> ideographs_;
  std::vector<std::uint32_t> met_;  // the positions where ideographs are met first; the first count
  std::size_t num_met_ = 0;

  std::vector<std::uint32_t> others_;  // the positions of other words, and their hashes; the first
  std::vector<std::uint64_t> hashes_;  // ones count
  std::size_t num_others_ = 0;
  OccurrenceTable occurrences_;  // of others, by their place among these

  std::vector<DistinctWord> distinct_;
};

}  // namespace tamis::text
