// Which of a passage's words a rule counts: what is a word differs from one published rule to the
// next even where both split text alike.
#pragma once

#include <string>
#include <string_view>

#include "tamis/batch/passage.h"

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

}  // namespace tamis::rules
