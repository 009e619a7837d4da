// How many of sixteen bytes are letters, digits, symbols or spaces, if all are printable ASCII.
//
// Two look-ups in tables of sixteen, by the halves of a byte, tell the kinds of all bytes at once
// (byte_finder.h explains how). Without SSSE3 no block is taken, and callers go by code points.
#pragma once

#include <cstddef>
#include <cstdint>

#ifdef __SSSE3__
#include <tmmintrin.h>

#include <bit>
#endif

namespace tamis::text {

struct PrintableCounts {
  std::int64_t num_bytes = 0;
  std::int64_t letters = 0;
  std::int64_t upper_case = 0;
  std::int64_t digits = 0;
  std::int64_t symbols = 0;  // category S: $ + < = > ^ ` | ~
  std::int64_t spaces = 0;
};

inline constexpr std::size_t kPrintableBlockBytes = 16;

#ifdef __SSSE3__

// Adds the next sixteen bytes; false, and nothing added, if one of them is not of U+0020 to U+007E.
inline bool add_printable_block(const char* bytes, PrintableCounts& counts) {
  const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  const __m128i is_low = _mm_cmplt_epi8(block, _mm_set1_epi8(' '));  // or, being signed, not ASCII
  const __m128i is_delete = _mm_cmpeq_epi8(block, _mm_set1_epi8(0x7F));
  if (_mm_movemask_epi8(_mm_or_si128(is_low, is_delete)) != 0) return false;

  // Symbols are 24 2B, 3C to 3E, 5E 7E, 60, 7C: a bit each of the five lowest; digits 0x20, capital
  // letters 0x40 (41 to 4F) and 0x80 (50 to 5A).
  const __m128i kinds_of_high = _mm_setr_epi8(0, 0, 0x01, 0x22, 0x40, static_cast<char>(0x84), 0x08,
                                              0x14, 0, 0, 0, 0, 0, 0, 0, 0);
  constexpr char kBoth = static_cast<char>(0xC0);
  constexpr char kBothOrDigit = static_cast<char>(0xE0);
  const __m128i kinds_of_low =
      _mm_setr_epi8(static_cast<char>(0xA8), kBothOrDigit, kBothOrDigit, kBothOrDigit,
                    kBothOrDigit | 0x01, kBothOrDigit, kBothOrDigit, kBothOrDigit, kBothOrDigit,
                    kBothOrDigit, kBoth, 0x41, 0x52, 0x42, 0x46, 0x40);
  const __m128i halves = _mm_set1_epi8(0x0F);
  const __m128i high = _mm_and_si128(_mm_srli_epi16(block, 4), halves);
  const __m128i kinds = _mm_and_si128(_mm_shuffle_epi8(kinds_of_high, high),
                                      _mm_shuffle_epi8(kinds_of_low, _mm_and_si128(block, halves)));
  const auto num_with = [&](int bits) {
    const __m128i has_none = _mm_cmpeq_epi8(
        _mm_and_si128(kinds, _mm_set1_epi8(static_cast<char>(bits))), _mm_setzero_si128());
    return static_cast<int>(kPrintableBlockBytes) -
           std::popcount(static_cast<unsigned>(_mm_movemask_epi8(has_none)));
  };
  const __m128i from_a = _mm_sub_epi8(_mm_or_si128(block, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
  const __m128i is_letter = _mm_cmpeq_epi8(_mm_min_epu8(from_a, _mm_set1_epi8(25)), from_a);
  const __m128i is_space = _mm_cmpeq_epi8(block, _mm_set1_epi8(' '));
  const auto num_set = [](__m128i marks) {
    return std::popcount(static_cast<unsigned>(_mm_movemask_epi8(marks)));
  };
  counts.num_bytes += kPrintableBlockBytes;
  counts.letters += num_set(is_letter);
  counts.upper_case += num_with(0xC0);
  counts.digits += num_with(0x20);
  counts.symbols += num_with(0x1F);
  counts.spaces += num_set(is_space);
  return true;
}

#else

inline bool add_printable_block(const char*, PrintableCounts&) { return false; }

#endif

}  // namespace tamis::text
