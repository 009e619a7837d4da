// Words that a dictionary lacks: names, above all. The second half of jieba's method.
//
// Each Han character begins, ends or is inside a word, or is one by itself; Viterbi's algorithm
// finds the likeliest sequence of these states under a hidden Markov model (jieba's module
// finalseg). Letters and digits are cut by a simple pattern.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tamis/text/chinese_word_table.h"

namespace tamis::text {

// Keeps its memory, a byte a code point, from call to call. Not thread-safe.
class UnknownWordSplitter {
 public:
  // Appends the words of `run` to `words`. Requires: `run` consists of ASCII and of Han characters
  // of three bytes each, `labels` are those of its code points.
  void split(std::string_view run, std::span<const CharacterLabel> labels,
             std::vector<std::string_view>& words);

 private:
  void split_han(std::string_view run, std::span<const CharacterLabel> labels,
                 std::vector<std::string_view>& words);

  // By code point: first which predecessor is the better one of each state, then the state.
  std::vector<std::uint8_t> states_;
};

}  // namespace tamis::text
