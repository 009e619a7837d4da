// Traditional to simplified Chinese, as OpenCC's configuration t2s does it.
//
// Longest match over OpenCC's phrases, then its table of characters: both are generated at build
// time (tools/make_simplified_table.py), so the answer is OpenCC's at a hundred times its speed.
#pragma once

#include <string>
#include <string_view>

#include "tamis/text/simplified_table.h"

namespace tamis::text {

// Appends `text` with traditional characters replaced. Anything else, invalid bytes too, is
// copied unchanged. Linear in text.size().
void append_simplified(std::string_view text, std::string& simplified);

// The same character by character, where both have three bytes: what stands at some place of
// `text` stands at the same place of the other. For those who look for words that texts of either
// script hold. Linear.
void append_simplified_in_place(std::string_view text, std::string& simplified);

// Characters that are written in one of the two scripts only: 說 and 说, but not 后, which is
// both a traditional character of its own and the simplified form of 後.
inline bool is_traditional_only(char32_t code_point) {
  return (han_entry(code_point) & kTraditionalOnly) != 0;
}
inline bool is_simplified_only(char32_t code_point) {
  return (han_entry(code_point) & kSimplifiedOnly) != 0;
}

}  // namespace tamis::text
