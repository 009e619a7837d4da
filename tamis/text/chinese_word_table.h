// The layout of the generated table of jieba's data (cmake/ChineseWordTable.cmake).
//
// The dictionary is a trie in one array, a double array: the child of a node for a character lies
// at the base of the node plus the label of the character, so that a step costs one look-up. The
// arrays are bytes of the program's read-only section, at which the names below point.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tamis::text {

// jieba calls these the Han characters; those of later versions of Unicode are not among them.
inline constexpr char32_t kFirstHanLabel = 0x4E00;
inline constexpr char32_t kLastHanLabel = 0x9FD5;

// The number of a character, the commonest first. 0: it is in no word and in no table.
using CharacterLabel = std::uint16_t;

// The node of label L below the root is the L-th of the array.
struct WordNode {
  std::uint32_t base;    // of the children, 0 if there are none
  CharacterLabel label;  // 0xFFFF in a place that is free
  std::uint16_t weight;  // the number of the word's weight, 0 if the node ends no word
};

// The states of a character in the hidden Markov model, in the order in which jieba breaks ties.
enum class WordState : std::uint8_t { kBegin, kEnd, kMiddle, kSingle };
inline constexpr std::size_t kNumWordStates = 4;

// All numbers are natural logarithms of probabilities. Each state has two predecessors, in the
// order above: End and Single before Begin and Single, Begin and Middle before End and Middle.
struct UnknownWordModel {
  double start[kNumWordStates];
  double transition[kNumWordStates][2];
};

struct Emission {
  double of[kNumWordStates];
};

extern "C" {
// Any label may be added to any base.
[[gnu::visibility("hidden")]] extern const WordNode tamis_chinese_word_nodes[];
// Logarithms of words' probabilities; number 0 is that of a character which is no word.
[[gnu::visibility("hidden")]] extern const double tamis_chinese_word_weights[];
[[gnu::visibility("hidden")]] extern const CharacterLabel tamis_chinese_ascii_labels[128];
[[gnu::visibility("hidden")]] extern const CharacterLabel
    tamis_chinese_han_labels[kLastHanLabel - kFirstHanLabel + 1];
[[gnu::visibility("hidden")]] extern const UnknownWordModel tamis_chinese_unknown_word_model;
// By label.
[[gnu::visibility("hidden")]] extern const Emission tamis_chinese_emissions[];
}

}  // namespace tamis::text
