// Chinese text to words, as jieba 0.42.1 cuts it and datatrove counts it.
//
// jieba (https://github.com/fxsjy/jieba, accurate mode, default dictionary): a block of Han
// characters, Latin letters, digits and + # & . _ % - is cut at the words of a dictionary whose
// product of probabilities is greatest; where that leaves several single characters in a row, a
// hidden Markov model joins them into words that the dictionary lacks. Any other code point is a
// word of its own, but white space, which datatrove drops. Data and sums are jieba's to the last
// bit, so that the words are, too; its data is built in, and costs nothing before it is used.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tamis/text/chinese_unknown_words.h"
#include "tamis/text/chinese_word_table.h"

namespace tamis::text {

// Splits one text after the other; keeps its memory in between: some 12 bytes a code point of
// the longest block. Not thread-safe.
class ChineseWordSplitter {
 public:
  // Replaces `words` by the words of `text`, in order: views into it. Linear. An ill-formed part
  // of the text is a word, as the U+FFFD in its place would be.
  void split(std::string_view text, std::vector<std::string_view>& words);

 private:
  // The block that `text` begins with, its labels in labels_; empty if it begins with none.
  std::string_view read_block(std::string_view text);
  void cut_block(std::string_view block, std::vector<std::string_view>& words);
  // Fills route_ and num_code_points_ from labels_.
  void find_best_route();
  const char* cut_singles(const char* position, std::size_t begin, std::size_t end,
                          std::vector<std::string_view>& words);

  // By code point of the block; the labels have a 0 behind them, which is no character's.
  std::vector<CharacterLabel> labels_;
  std::vector<double> route_;                  // the weight of the best route from here to the end
  std::vector<std::uint8_t> num_code_points_;  // of the word that the route begins with
  UnknownWordSplitter unknown_words_;
};

}  // namespace tamis::text
