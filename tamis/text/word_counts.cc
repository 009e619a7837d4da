#include "tamis/text/word_counts.h"

#include <algorithm>

#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

struct WordTraits {
  std::int64_t code_points = 0;
  bool has_letter = false;
  bool has_ascii_letter = false;
  bool has_upper_case = false;
  bool has_lower_case = false;
};

WordTraits traits_of(std::string_view word, const LetterTable& table) {
  WordTraits traits;
  while (!word.empty()) {
    const Decoded decoded = decode_code_point(word);
    const Traits of_code_point = table[decoded.code_point];
    const bool is_letter = of_code_point.has(Traits::kLetter);
    traits.has_letter |= is_letter;
    traits.has_ascii_letter |= is_letter && decoded.code_point < 0x80;
    traits.has_upper_case |= of_code_point.has(Traits::kUpperCase);
    traits.has_lower_case |= of_code_point.has(Traits::kLowerCase);
    ++traits.code_points;
    word.remove_prefix(decoded.num_bytes);
  }
  return traits;
}

}  // namespace

WordCounts count_words(std::span<const std::string_view> words) {
  const LetterTable& table = letter_table();
  WordCounts counts;
  for (const std::string_view word : words) {
    const WordTraits traits = traits_of(word, table);
    ++counts.num_words;
    counts.code_points += traits.code_points;
    counts.longest_code_points = std::max(counts.longest_code_points, traits.code_points);
    counts.with_letter += traits.has_letter ? 1 : 0;
    counts.with_ascii_letter += traits.has_ascii_letter ? 1 : 0;
    counts.upper_case += traits.has_upper_case && !traits.has_lower_case ? 1 : 0;
  }
  return counts;
}

}  // namespace tamis::text
