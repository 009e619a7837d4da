// Which of a passage's words a rule counts: what is a word differs from one published rule to the
// next even where both split text alike.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include "tamis/batch/passage.h"
#include "tamis/text/utf8.h"
#include "tamis/text/word_hash.h"

namespace tamis::rules {

inline constexpr std::string_view kCountedWords[] = {"all", "non_symbol", "alphanumeric"};
inline constexpr std::string_view kCountedWordsSummary =
    "all words; non_symbol: those with a code point that is no punctuation mark or control "
    "(datatrove); alphanumeric: those that begin with a letter or number (DCLM).";

// `counts`: one of kCountedWords.
inline const text::WordSums& counted_words(const Passage& passage, const std::string& counts) {
  const text::WordCounts& words = passage.word_counts();
  if (counts == "non_symbol") return words.non_symbol;
  return counts == "alphanumeric" ? words.alphanumeric : words.all;
}

// As text::count_code_points(), without a loop for all but a few words.
inline std::size_t code_points_of(std::string_view word) {
  if (word.size() > 16) return text::count_code_points(word);
  return word.size() - text::num_continuation_bytes(text::pack_word(word));
}

// True if the last two bytes of a word begin no code point.
inline bool ends_in_two_continuing(std::string_view word) {
  std::uint16_t last_two = 0;
  if (word.size() < sizeof last_two) return false;
  std::memcpy(&last_two, word.data() + word.size() - sizeof last_two, sizeof last_two);
  return (last_two & 0xC0C0) == 0x8080;
}

// The code points of the longest of `words`. A word has no more code points than bytes, and a
// Chinese one two fewer: few need counting, and of Chinese characters none but the first.
inline std::int64_t code_points_of_longest(std::span<const std::string_view> words) {
  std::size_t longest = 0;
  for (const std::string_view word : words) {
    if (word.size() <= longest) continue;
    if (word.size() <= longest + 2 && ends_in_two_continuing(word)) continue;
    longest = std::max(longest, code_points_of(word));
  }
  return static_cast<std::int64_t>(longest);
}

}  // namespace tamis::rules
