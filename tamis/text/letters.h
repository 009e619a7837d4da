// What a code point is: letter, digit, punctuation, Han ... (Unicode 15, through ICU's tables).
#pragma once

#include <string_view>

namespace tamis::text {

bool is_letter(char32_t code_point);       // L*
bool is_digit(char32_t code_point);        // Nd
bool is_mark(char32_t code_point);         // M*
bool is_punctuation(char32_t code_point);  // P*
bool is_symbol(char32_t code_point);       // S*
bool is_white_space(char32_t code_point);  // White_Space

bool is_han(char32_t code_point);          // Script=Han, letters and iteration marks
bool is_kana(char32_t code_point);         // Hiragana or Katakana
bool is_hangul(char32_t code_point);

// True if a code point of `word` is a letter.
bool has_letter(std::string_view word);

}  // namespace tamis::text
