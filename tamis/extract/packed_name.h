// Short names as two integers in lower case: compared and hashed at once, not byte by byte.
//
// The names of tags and the words of class attributes are ASCII of at most 16 bytes, and a page
// has ten thousand of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tamis/text/word_hash.h"

namespace tamis::extract {

inline constexpr std::size_t kPackedBytesMax = 16;

struct PackedName {
  std::uint64_t low = 0;  // the first eight bytes, the first one lowest
  std::uint64_t high = 0;
  std::size_t num_bytes = 0;  // a name may end in zero bytes

  constexpr bool operator==(const PackedName&) const = default;

  // 32 bits of which the highest are the best mixed.
  constexpr std::uint32_t hash() const {
    const std::uint64_t mixed = (low ^ high * 0xC4CEB9FE1A85EC53) * 0x9E3779B97F4A7C15;
    return static_cast<std::uint32_t>(mixed >> 32);
  }
};

// For tables made by the compiler. Requires: `name` is in lower case, of kPackedBytesMax at most.
constexpr PackedName pack_lower_name(std::string_view name) {
  const text::PackedWord packed = text::pack_word(name);
  return {packed.low, packed.high, name.size()};
}

// From '@' on, where the letters stand, the bit of the case is set: no digit is touched.
constexpr std::uint64_t lower_packed(std::uint64_t bytes) {
  return bytes | (bytes & 0x4040404040404040) >> 1;
}

// Of a name in any case. Equal to a packed name of lower-case ASCII letters, digits and '-' where
// the names are equal but for the case of ASCII letters, and nowhere else.
// Requires: kPackedBytesMax at most.
inline PackedName pack_name(std::string_view name) {
  const text::PackedWord packed = text::pack_word(name);
  return {lower_packed(packed.low), lower_packed(packed.high), name.size()};
}

// The same of what mostly is a part of `text`: faster.
inline PackedName pack_name_in(std::string_view text, std::string_view name) {
  const text::PackedWord packed = text::pack_word_in(text, name);
  return {lower_packed(packed.low), lower_packed(packed.high), name.size()};
}

}  // namespace tamis::extract
