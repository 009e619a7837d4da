// How many code points of each kind a text has: one pass, for all rules that count characters.
//
// The kinds are Python's, by which the published rules count: str.isalpha, isdecimal, isalnum
// (letters and numbers), isspace, isupper of single characters. They follow from Unicode's general
// categories, which are named beside them.
#pragma once

#include <cstdint>
#include <string_view>

#include "tamis/text/code_point_counter.h"

namespace tamis::text {

struct CharacterCounts {
  std::int64_t num_code_points = 0;
  std::int64_t letters = 0;       // L*
  std::int64_t digits = 0;        // Nd
  std::int64_t numbers = 0;       // N*, digits among them
  std::int64_t marks = 0;         // M*
  std::int64_t punctuation = 0;   // P*
  std::int64_t symbols = 0;       // S*
  std::int64_t white_space = 0;   // white_space.h
  std::int64_t upper_case = 0;    // Uppercase: Lu, Roman numerals, letters in circles
  std::int64_t private_use = 0;   // Co
  std::int64_t replacements = 0;  // U+FFFD; each ill-formed part of invalid UTF-8 too
  std::int64_t han = 0;           // Script=Han
  std::int64_t special = 0;       // special_characters.h

  bool operator==(const CharacterCounts&) const = default;
};

// Requires: fewer than 2^32 bytes.
CharacterCounts count_characters(std::string_view text);

// The same of the text that was counted.
CharacterCounts count_characters(const CodePointCounter& code_points);

}  // namespace tamis::text
