// UTF-8: validity, counting, decoding and encoding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tamis::text {

inline constexpr char32_t kReplacement = U'\uFFFD';

// True for well-formed UTF-8 (Unicode 15, table 3-7): no surrogates, no overlong forms.
bool is_valid_utf8(std::string_view bytes);

// The number of code points; on invalid UTF-8 the number of bytes that do not continue one.
std::size_t count_code_points(std::string_view bytes);

// Appends `bytes` to `out`, each maximal ill-formed part replaced by U+FFFD as the WHATWG
// Encoding Standard says. Returns the number of parts replaced.
std::size_t append_repaired_utf8(std::string_view bytes, std::string& out);

// Appends the code point; kReplacement in place of a surrogate or a number above U+10FFFF.
void append_code_point(char32_t code_point, std::string& out);

// True for the second and later bytes of a code point.
constexpr bool is_continuation_byte(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// One decoded code point and how many bytes it took, at least 1. A maximal ill-formed part
// decodes to kReplacement.
struct Decoded {
  char32_t code_point;
  std::uint32_t num_bytes;
};

// Out-of-line part of decode_code_point for everything but ASCII.
Decoded decode_multibyte(std::string_view bytes);

// Decodes the code point at the start of `bytes`. Requires: !bytes.empty().
inline Decoded decode_code_point(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes.front());
  if (first < 0x80) return {first, 1};
  return decode_multibyte(bytes);
}

// Decodes the code point that ends `bytes`; a byte that ends none decodes to kReplacement.
// Requires: !bytes.empty().
Decoded decode_last_code_point(std::string_view bytes);

// The longest prefix of at most `num_bytes_max` bytes that cuts no code point.
std::string_view prefix_within(std::string_view bytes, std::size_t num_bytes_max);

}  // namespace tamis::text
