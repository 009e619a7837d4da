// What word rules count of the words of a text: one pass over them, shared by all rules.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tamis::text {

struct WordCounts {
  std::int64_t num_words = 0;
  std::int64_t code_points = 0;  // of all words
  std::int64_t longest_code_points = 0;
  std::int64_t with_letter = 0;        // words with a letter (L*)
  std::int64_t with_ascii_letter = 0;  // words with one of a-z, A-Z
  std::int64_t upper_case = 0;         // Python's str.isupper(): cased letters, all upper case
};

WordCounts count_words(std::span<const std::string_view> words);

}  // namespace tamis::text
