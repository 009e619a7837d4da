// The punctuation rules of the English tokenizer: what is split off the start of a chunk, off its
// end, and out of its middle. Rewritten from spaCy 3.8's regular expressions
// (spacy/lang/punctuation.py, spacy/lang/en/punctuation.py) so that each looks only at the ends, or
// walks through the middle once.
#pragma once

#include <cstddef>
#include <string_view>

#include "tamis/text/english_token_characters.h"

namespace tamis::text {

class EnglishAffixes {
 public:
  EnglishAffixes() : table_(token_trait_table()) {}

  // The bytes of the token that begins `chunk`: a mark, "..", "US$"; 0 if none is to be split off.
  // Requires: !chunk.empty().
  std::size_t prefix_bytes(std::string_view chunk) const;

  // The bytes of the token that ends `chunk`: a mark, "..", "'s", a unit or currency behind a
  // digit, a period behind a word; 0 if none is to be split off.
  std::size_t suffix_bytes(std::string_view chunk) const;

  // The next token in the middle of `chunk`, at `begin` or later: dots, symbols, and single marks
  // between certain neighbours. Empty, and at the end of `chunk`, if there is none.
  std::string_view next_infix(std::string_view chunk, std::size_t begin) const;

 private:
  TokenTraits traits_before(std::string_view chunk, std::size_t end) const;
  TokenTraits traits_at(std::string_view chunk, std::size_t begin) const;
  std::size_t period_suffix_bytes(std::string_view chunk) const;
  bool has_digit_before(std::string_view chunk, std::size_t end) const;
  std::size_t infix_bytes(std::string_view chunk, std::size_t begin) const;
  std::size_t period_infix_bytes(std::string_view chunk, std::size_t begin) const;
  std::size_t hyphen_infix_bytes(std::string_view chunk, std::size_t begin) const;
  std::size_t wide_infix_bytes(std::string_view chunk, std::size_t begin) const;
  bool is_between(std::string_view chunk, std::size_t begin, std::size_t end,
                  TokenTraits::Bits before, TokenTraits::Bits behind) const;

  const TokenTraitTable& table_;
};

}  // namespace tamis::text
