// What sixteen bytes of text are, a bit each, the first byte's lowest.
//
// Two look-ups in tables of sixteen, by the halves of a byte, tell the kinds of all bytes at once
// (text/byte_finder.h explains how).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#ifdef __SSSE3__
#include <tmmintrin.h>
#endif

namespace tamis::extract {

inline constexpr std::size_t kAsciiBlockBytes = 16;

// All but the first only of the bytes that are ASCII.
struct AsciiBlock {
  unsigned others = 0;  // not ASCII
  unsigned letters = 0;
  unsigned digits = 0;
  unsigned spaces = 0;          // as HTML has them
  unsigned sentence_marks = 0;  // , . ; : ! ?
  unsigned joints = 0;          // ' -
  unsigned dollars = 0;
};

namespace ascii_block {

// Of each kind bits for the high halves that it has: no bit means two of one kind.
struct Kind {
  std::string_view bytes;
  std::uint8_t bit;
};

inline constexpr std::uint8_t kSpaces = 0x03;
inline constexpr std::uint8_t kMarks = 0x0C;
inline constexpr std::uint8_t kJoints = 0x10;
inline constexpr std::uint8_t kDigits = 0x20;
inline constexpr std::uint8_t kLetters = 0xC0;

inline constexpr Kind kKinds[] = {
    {"\t\n\f\r", 0x01},
    {" ", 0x02},
    {"!,.", 0x04},
    {":;?", 0x08},
    {"'-", kJoints},
    {"0123456789", kDigits},
    {"ABCDEFGHIJKLMNOabcdefghijklmno", 0x40},
    {"PQRSTUVWXYZpqrstuvwxyz", 0x80},
};

template <int kShift>
inline constexpr std::array<std::uint8_t, 16> kKindsOfHalf = [] {
  std::array<std::uint8_t, 16> kinds = {};
  for (const Kind& kind : kKinds) {
    for (const char byte : kind.bytes) kinds[byte >> kShift & 0xF] |= kind.bit;
  }
  return kinds;
}();

}  // namespace ascii_block

#ifdef __SSSE3__

inline AsciiBlock read_ascii_block(const char* bytes) {
  using namespace ascii_block;
  const auto load = [](const void* from) {
    return _mm_loadu_si128(static_cast<const __m128i*>(from));
  };
  const __m128i block = load(bytes);
  const __m128i half = _mm_set1_epi8(0x0F);
  const __m128i high =
      _mm_shuffle_epi8(load(kKindsOfHalf<4>.data()), _mm_and_si128(_mm_srli_epi16(block, 4), half));
  // The low half of a byte that is not ASCII looks up zero.
  const __m128i low = _mm_shuffle_epi8(
      load(kKindsOfHalf<0>.data()), _mm_and_si128(block, _mm_set1_epi8(static_cast<char>(0x8F))));
  const __m128i kinds = _mm_and_si128(high, low);
  const auto with = [&](std::uint8_t bits) {
    const __m128i has_none = _mm_cmpeq_epi8(
        _mm_and_si128(kinds, _mm_set1_epi8(static_cast<char>(bits))), _mm_setzero_si128());
    return static_cast<unsigned>(_mm_movemask_epi8(has_none)) ^ 0xFFFFU;
  };
  const __m128i is_dollar = _mm_cmpeq_epi8(block, _mm_set1_epi8('$'));
  return {.others = static_cast<unsigned>(_mm_movemask_epi8(block)),
          .letters = with(kLetters),
          .digits = with(kDigits),
          .spaces = with(kSpaces),
          .sentence_marks = with(kMarks),
          .joints = with(kJoints),
          .dollars = static_cast<unsigned>(_mm_movemask_epi8(is_dollar))};
}

#else

inline AsciiBlock read_ascii_block(const char* bytes) {
  using namespace ascii_block;
  AsciiBlock block;
  for (std::size_t i = 0; i < kAsciiBlockBytes; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const int kinds = byte < 0x80 ? kKindsOfHalf<4>[byte >> 4] & kKindsOfHalf<0>[byte & 0xF] : 0;
    const auto set = [&](unsigned& bits, bool is_set) { bits |= unsigned{is_set} << i; };
    set(block.others, byte >= 0x80);
    set(block.letters, (kinds & kLetters) != 0);
    set(block.digits, (kinds & kDigits) != 0);
    set(block.spaces, (kinds & kSpaces) != 0);
    set(block.sentence_marks, (kinds & kMarks) != 0);
    set(block.joints, (kinds & kJoints) != 0);
    set(block.dollars, byte == '$');
  }
  return block;
}

#endif

}  // namespace tamis::extract
