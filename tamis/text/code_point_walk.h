// A walk over the code points of a text, for loops that must keep up with memory.
//
// Eight bytes of ASCII are taken at a time, and characters of three bytes (Han, kana, full-width
// marks) are decoded without a call.
#pragma once

#include <cstring>
#include <string_view>

#include "tamis/text/utf8.h"

namespace tamis::text {

// The code point at the start of `bytes`, as decode_code_point().
inline Decoded decode_wide(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes.front());
  if (first < 0x80) return {first, 1};
  const bool is_plain = first > 0xE0 && first < 0xF0 && first != 0xED && bytes.size() >= 3 &&
                        is_continuation_byte(bytes[1]) && is_continuation_byte(bytes[2]);
  if (!is_plain) return decode_multibyte(bytes);
  return {(first & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu), 3};
}

// Calls `ascii(byte, lane)` for each byte of ASCII and `other(code_point, lane)` for each other
// code point, in order. Lanes change from call to call, up to 4 and 2 of them: a counter for each
// lane does not wait for its own last store where one character follows itself.
template <typename Ascii, typename Other>
void walk_code_points(std::string_view text, Ascii ascii, Other other) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  const auto is_ascii_at = [&](std::size_t i) {
    return i < text.size() && static_cast<unsigned char>(text[i]) < 0x80;
  };
  const auto is_wide_at = [&](std::size_t i) {
    return i < text.size() && static_cast<unsigned char>(text[i]) >= 0x80;
  };
  for (std::size_t i = 0; i < text.size();) {
    for (std::uint64_t bytes; text.size() - i >= 8; i += 8) {
      std::memcpy(&bytes, text.data() + i, sizeof bytes);
      if ((bytes & kHighBits) != 0) break;
      for (std::size_t k = 0; k < 8; ++k) {
        ascii(static_cast<std::size_t>(bytes >> 8 * k & 0x7F), k % 4);
      }
    }
    for (; is_ascii_at(i); ++i) ascii(static_cast<std::size_t>(text[i]), std::size_t{0});
    while (is_wide_at(i)) {
      for (std::size_t lane = 0; lane < 2 && is_wide_at(i); ++lane) {
        const Decoded decoded = decode_wide(text.substr(i));
        other(decoded.code_point, lane);
        i += decoded.num_bytes;
      }
    }
  }
}

}  // namespace tamis::text
