// Seeded texts that hold what a property test wants to meet.
#pragma once

#include <random>
#include <span>
#include <string>
#include <string_view>

namespace tamis::text {

// `num_pieces` of `pieces`, by chance; the same for the same seed.
inline std::string random_text(std::span<const std::string_view> pieces, int num_pieces,
                               unsigned seed) {
  std::mt19937 random(seed);
  std::string text;
  for (int i = 0; i < num_pieces; ++i) text += pieces[random() % pieces.size()];
  return text;
}

// Words, marks and broken bytes of several scripts.
inline constexpr std::string_view kMixedPieces[] = {
    "a",  "Tamis",   "don't",  "3.14",   "Dr.",  " ",    "  ",   "\n", ".",    ",",
    "!",  "?",       "...",    "\"",     "'",    "-",    "中",   "文", "。",   "，",
    "！", "？",      "……",     "”",      "」",   "：",   "か",   "ー", "한국", "ก",
    "é",  "e\u0301", "\u3000", "\u00A0", "\xE4", "\xB8", "\xFF", "😀"};

}  // namespace tamis::text
