// A walk over the code points of a text, for loops that must keep up with memory.
//
// Eight bytes of ASCII are taken at a time, and characters of three bytes (Han, kana, full-width
// marks) are decoded without a call, four at a time.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "tamis/text/ideographs.h"
#include "tamis/text/utf8.h"

#ifdef __SSSE3__
#include <tmmintrin.h>
#endif

namespace tamis::text {

// The code point at the start of `bytes` if it has three bytes and is of U+1000 to U+FFFF, but of
// U+D000 to U+DFFF, some of which are none; else 0. Fails at the last three bytes of a text, too:
// four are loaded at once.
inline char32_t decode_three_bytes(std::string_view bytes) {
  static_assert(std::endian::native == std::endian::little);
  std::uint32_t loaded;
  if (bytes.size() < sizeof loaded) return 0;
  std::memcpy(&loaded, bytes.data(), sizeof loaded);
  if ((loaded & 0xC0C0F0) != 0x8080E0) return 0;
  const char32_t code_point =
      (loaded & 0x0F) << 12 | (loaded >> 2 & 0x0FC0) | (loaded >> 16 & 0x3F);
  const bool is_sure = code_point >= 0x1000 && (code_point & 0xF000) != 0xD000;
  return is_sure ? code_point : 0;
}

struct FourCodePoints {
  char32_t code_points[4];
  bool are_sure = false;        // if not, the code points mean nothing
  bool are_ideographs = false;  // ideographs.h; then they are sure, too
};

// The same four times over, one behind the other. Fails within sixteen bytes of the end.
inline FourCodePoints decode_four_of_three_bytes([[maybe_unused]] std::string_view bytes) {
  FourCodePoints four;
#ifdef __SSSE3__
  if (bytes.size() < sizeof(__m128i)) return four;
  const auto all = [](int number) { return _mm_set1_epi32(number); };
  const __m128i loaded = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes.data()));
  // One character a lane, its lead byte above the others.
  const __m128i lanes =
      _mm_shuffle_epi8(loaded, _mm_setr_epi8(2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1));
  const __m128i are_threes = _mm_cmpeq_epi32(_mm_and_si128(lanes, all(0xF0C0C0)), all(0xE08080));
  const __m128i top = _mm_and_si128(_mm_srli_epi32(lanes, 4), all(0xF000));
  const __m128i are_doubtful =
      _mm_or_si128(_mm_cmpeq_epi32(top, all(0)), _mm_cmpeq_epi32(top, all(0xD000)));
  const __m128i middle = _mm_and_si128(_mm_srli_epi32(lanes, 2), all(0x0FC0));
  const __m128i low = _mm_and_si128(lanes, all(0x3F));
  const __m128i joined = _mm_or_si128(top, _mm_or_si128(middle, low));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(four.code_points), joined);
  const __m128i place = _mm_sub_epi32(joined, all(kFirstIdeograph));
  const __m128i are_ideographs =
      _mm_andnot_si128(_mm_srai_epi32(place, 31), _mm_cmpgt_epi32(all(kNumIdeographs), place));
  four.are_ideographs = _mm_movemask_epi8(_mm_and_si128(are_ideographs, are_threes)) == 0xFFFF;
  four.are_sure = _mm_movemask_epi8(_mm_andnot_si128(are_doubtful, are_threes)) == 0xFFFF;
#endif
  return four;
}

// The code point at the start of `bytes`, as decode_code_point().
inline Decoded decode_wide(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes.front());
  if (first < 0x80) return {first, 1};
  if (const char32_t code_point = decode_three_bytes(bytes)) return {code_point, 3};
  return decode_multibyte(bytes);
}

// Calls `ascii(byte, lane)` for each byte of ASCII and `other(code_point)` for each other code
// point, in order. Lanes change from byte to byte, up to 4 of them: a counter for each lane does
// not wait for its own last store where one character follows itself.
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
    for (FourCodePoints four; (four = decode_four_of_three_bytes(text.substr(i))).are_sure;
         i += 12) {
      for (const char32_t code_point : four.code_points) other(code_point);
    }
    while (const char32_t code_point = decode_three_bytes(text.substr(i))) {
      other(code_point);
      i += 3;
    }
    if (is_wide_at(i)) {
      const Decoded decoded = decode_wide(text.substr(i));
      other(decoded.code_point);
      i += decoded.num_bytes;
    }
  }
}

}  // namespace tamis::text
