// What a code point is: letter, digit, punctuation, Han ... (Unicode 15, through ICU's tables).
//
// ICU answers each question with a search of its own; here its answers for all code points are
// laid out once, at first use, in one two-step table, so that a question costs one look-up.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tamis::text {

// The scripts that Tamis tells apart. Every code point with letter, mark or digit properties
// that is of no named script is kOtherScript.
enum class Script : std::uint8_t {
  kNone,  // no letter: punctuation, symbols, white space, digits, unassigned
  kHan,
  kHiragana,
  kKatakana,
  kHangul,
  kLatin,
  kCyrillic,
  kArabic,
  kDevanagari,
  kOtherScript,
  kNumScripts,
};

// The properties of one code point, as bits.
class Traits {
 public:
  using Bits = std::uint16_t;
  static constexpr Bits kLetter = 1 << 0;
  static constexpr Bits kDigit = 1 << 1;
  static constexpr Bits kMark = 1 << 2;
  static constexpr Bits kPunctuation = 1 << 3;
  static constexpr Bits kSymbol = 1 << 4;
  static constexpr Bits kWhiteSpace = 1 << 5;
  static constexpr Bits kIdeograph = 1 << 6;  // Han or kana: a word of its own
  static constexpr Bits kUnspaced = 1 << 7;   // of a script that puts no spaces between words
  static constexpr Bits kUpperCase = 1 << 8;  // Uppercase
  static constexpr Bits kLowerCase = 1 << 9;  // Lowercase; a title-case letter (U+01C5) is both
  static constexpr Bits kNumber = 1 << 10;    // any category N: digits, Roman numerals, fractions
  static constexpr Bits kSpecial = 1 << 11;   // special_characters.h
  static constexpr int kScriptShift = 12;

  constexpr Traits() = default;
  constexpr Traits(Bits bits, Script script)
      : bits_(static_cast<Bits>(bits | static_cast<Bits>(script) << kScriptShift)) {}

  // True if one of the traits in `bits` holds.
  constexpr bool has(Bits bits) const { return (bits_ & bits) != 0; }
  constexpr Script script() const { return static_cast<Script>(bits_ >> kScriptShift); }

  constexpr bool operator==(const Traits&) const = default;

 private:
  Bits bits_ = 0;
};

// The traits of all code points. Immutable; a loop over text takes it once, by letter_table().
class LetterTable {
 public:
  LetterTable();

  // Any number may be asked for: above U+10FFFF nothing holds.
  Traits operator[](char32_t code_point) const {
    if (code_point > 0x10FFFF) return {};
    return blocks_[block_of_[code_point >> kBlockBits] << kBlockBits | (code_point & kBlockMask)];
  }

 private:
  static constexpr int kBlockBits = 7;
  static constexpr char32_t kBlockMask = (1 << kBlockBits) - 1;

  std::array<std::uint16_t, (0x110000 >> kBlockBits)> block_of_ = {};
  std::vector<Traits> blocks_;  // the different blocks, one after the other
};

// The one table. Thread-safe; the first call builds it in some milliseconds.
const LetterTable& letter_table();

bool is_letter(char32_t code_point);       // L*
bool is_digit(char32_t code_point);        // Nd
bool is_mark(char32_t code_point);         // M*
bool is_punctuation(char32_t code_point);  // P*
bool is_symbol(char32_t code_point);       // S*
bool is_white_space(char32_t code_point);  // White_Space
bool is_number(char32_t code_point);       // N*

bool is_han(char32_t code_point);   // Script=Han: ideographs, iteration marks, ideographic zero
bool is_kana(char32_t code_point);  // Hiragana or Katakana, with the length mark they share
bool is_hangul(char32_t code_point);

// True if a code point of `word` is a letter.
bool has_letter(std::string_view word);

}  // namespace tamis::text
