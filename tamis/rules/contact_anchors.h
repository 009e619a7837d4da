// Words around which advertisements are built, by what they must have beside them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tamis::rules {

enum class AnchorKind : std::uint8_t {
  kAccount,  // something that has an identifier: marks with one behind, or a verb before
  kPlace,    // something to scan or follow: marks with a verb somewhere before
  kTarget,   // somebody to ask: marks with a verb right before
  kAdd,      // the verb, before the short names of accounts
  kGroup,    // a group to enter
  kCall,     // a call that begins with a letter: marks unless it ends another word
  kNumeral,  // a telephone number in Chinese numerals
  kPrice,    // a currency sign: a price, or the code that a shop's app reads
  kUrge,     // this and the following: words of selling
  kOrder,
  kBargain,
  kDiscount,  // a bargain, too; two side by side are one
};

struct Anchor {
  std::string_view word;
  AnchorKind kind;
};

std::span<const Anchor> contact_anchors();

}  // namespace tamis::rules
