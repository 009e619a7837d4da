// What word rules count of the words of a text: one pass over the different ones, for all rules.
//
// Published rules differ in what is a word worth counting. Those of datatrove leave out words of
// symbols alone ("--", "1." is a word), those of DCLM what does not begin with a letter or digit.
#pragma once

#include <cstdint>

#include "tamis/text/distinct_words.h"

namespace tamis::text {

// Some of the words, and what they hold.
struct WordSums {
  std::int64_t num_words = 0;
  std::int64_t num_code_points = 0;

  bool operator==(const WordSums&) const = default;
};

struct WordCounts {
  WordSums all;
  WordSums non_symbol;    // words with a code point that is no symbol mark, see is_symbol_mark()
  WordSums alphanumeric;  // words that begin with a letter or number (L*, N*)
  double median_code_points = 0;       // the mean of the middle two of an even number; 0 of none
  std::int64_t with_letter = 0;        // words with a letter (L*)
  std::int64_t with_ascii_letter = 0;  // words with one of a-z, A-Z
  std::int64_t with_mark = 0;          // words with # or the ellipsis U+2026
  std::int64_t upper_case = 0;         // Python's str.isupper(): cased letters, all upper case

  bool operator==(const WordCounts&) const = default;
};

WordCounts count_words(const DistinctWords& words);

// datatrove's PUNCTUATION_SET: ASCII's punctuation and controls (but for tab and line feed), C1
// controls, the terminal marks of all scripts, and thirty other marks of English and Chinese.
// Its full-width digit one is there; brackets such as U+300E, and the middle dot, are not.
bool is_symbol_mark(char32_t code_point);

}  // namespace tamis::text
