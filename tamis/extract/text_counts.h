// What a block of text is made of: words, sentence marks, stop words, digits, words of the title.
//
// One pass, in numbers that mean about the same for Chinese and English: a Han character or kana
// counts as three fifths of a word.
#pragma once

#include <cstdint>
#include <string_view>

#include "tamis/extract/title_words.h"

namespace tamis::extract {

struct TextCounts {
  std::uint32_t num_spaced_words = 0;    // runs of letters and digits, Han and kana apart
  std::uint32_t num_ideographs = 0;      // Han and kana
  std::uint32_t num_sentence_marks = 0;  // , . ; : ! ? at a word's end, and their full-width kin
  std::uint32_t num_stop_words = 0;      // English, and the characters that are Chinese ones
  std::uint32_t num_digits = 0;
  std::uint32_t num_capitals = 0;            // words that begin with an upper-case ASCII letter
  std::uint32_t num_symbols = 0;             // other marks: brackets, bars, arrows, quotes
  std::uint32_t num_prices = 0;              // signs of money beside a digit
  std::uint32_t num_spaced_title_words = 0;  // that the page's title says too (title_words.h)
  std::uint32_t num_title_pairs = 0;         // the same of pairs of ideographs
  std::uint64_t title_bits = 0;              // of these words and pairs, as the title has them

  std::uint32_t num_words() const { return num_spaced_words + (num_ideographs * 3 + 4) / 5; }
  std::uint32_t num_title_words() const {
    return num_spaced_title_words + (num_title_pairs * 3 + 4) / 5;
  }
};

// `title`: of the page that the text stands on.
TextCounts count_text(std::string_view text, const TitleWords& title);

// Adds the words of a page's <title>, as text: those of three bytes and more that are no stop
// words, and pairs of ideographs, in any case of ASCII letters.
void add_title(std::string_view title, TitleWords& words);

// True if the last character of `text` ends a sentence, closing quotes and brackets aside.
bool ends_sentence(std::string_view text);

}  // namespace tamis::extract
