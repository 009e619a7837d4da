// What a code point means to the English tokenizer: the character sets of spaCy 3.8's punctuation
// rules (spacy/lang/char_classes.py, punctuation.py), as bits in one two-step table.
//
// The sets are not Unicode's: "letters" are those of the scripts that spaCy names, and scripts
// without case count as both cases. Its list of symbols is general category So as of Unicode 11.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace tamis::text {

class TokenTraits {
 public:
  using Bits = std::uint16_t;
  static constexpr Bits kPrefix = 1 << 0;        // a token of its own at the start of a chunk
  static constexpr Bits kSuffix = 1 << 1;        // ... at its end
  static constexpr Bits kSymbol = 1 << 2;        // ... anywhere
  static constexpr Bits kLetter = 1 << 3;        // of a script that spaCy names
  static constexpr Bits kLower = 1 << 4;         // a letter of lower case, or of none
  static constexpr Bits kUpper = 1 << 5;         // a letter of upper case, or of none
  static constexpr Bits kQuote = 1 << 6;         // quotation marks and some brackets
  static constexpr Bits kBeforePeriod = 1 << 7;  // a period behind it, at the end, is split off
  static constexpr Bits kCurrency = 1 << 8;
  static constexpr Bits kDigit = 1 << 9;  // ASCII only
  static constexpr Bits kAlphanumeric = kLetter | kDigit;

  constexpr TokenTraits() = default;
  constexpr explicit TokenTraits(Bits bits) : bits_(bits) {}

  // True if one of the traits in `bits` holds.
  constexpr bool has(Bits bits) const { return (bits_ & bits) != 0; }

 private:
  Bits bits_ = 0;
};

// The traits of all code points. Immutable; a loop over text takes it once.
class TokenTraitTable {
 public:
  TokenTraitTable();

  // Any number may be asked for: above U+10FFFF nothing holds.
  TokenTraits operator[](char32_t code_point) const {
    if (code_point > 0x10FFFF) return {};
    return TokenTraits(
        blocks_[block_of_[code_point >> kBlockBits] << kBlockBits | (code_point & kBlockMask)]);
  }

 private:
  static constexpr int kBlockBits = 7;
  static constexpr char32_t kBlockMask = (1 << kBlockBits) - 1;

  std::array<std::uint16_t, (0x110000 >> kBlockBits)> block_of_ = {};
  std::vector<TokenTraits::Bits> blocks_;  // the different blocks, one after the other
};

// The one table. Thread-safe; the first call builds it in some milliseconds.
const TokenTraitTable& token_trait_table();

}  // namespace tamis::text
