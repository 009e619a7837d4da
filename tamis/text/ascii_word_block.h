// Which of 64 bytes of ASCII belong to words as split_words() cuts them: a bit a byte, all at once.
//
// A byte belongs to a word if it is a letter or digit, or joins two of these. Without SSSE3 no
// block is taken, and callers go byte by byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#ifdef __SSSE3__
#include <tmmintrin.h>
#endif

namespace tamis::text {

inline constexpr std::size_t kWordBlockBytes = 64;

#ifdef __SSSE3__

namespace detail {

struct WordBytes {
  std::uint64_t letters_or_digits = 0;
  std::uint64_t digits = 0;
  std::uint64_t joiners = 0;         // ' -
  std::uint64_t number_joiners = 0;  // . ,
  std::uint64_t others = 0;          // not ASCII
};

inline void add_word_bytes(const char* sixteen_bytes, int first_bit, WordBytes& bytes) {
  const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(sixteen_bytes));
  const auto is = [&](char byte) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(byte)); };
  const auto is_within = [](__m128i from_first, char last) {
    return _mm_cmpeq_epi8(_mm_min_epu8(from_first, _mm_set1_epi8(last)), from_first);
  };
  const auto bits = [&](__m128i marks) {
    return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(marks))} << first_bit;
  };
  const __m128i lower = _mm_or_si128(block, _mm_set1_epi8(0x20));
  const __m128i is_letter = is_within(_mm_sub_epi8(lower, _mm_set1_epi8('a')), 25);
  const __m128i is_digit = is_within(_mm_sub_epi8(block, _mm_set1_epi8('0')), 9);
  bytes.letters_or_digits |= bits(_mm_or_si128(is_letter, is_digit));
  bytes.digits |= bits(is_digit);
  bytes.joiners |= bits(_mm_or_si128(is('\''), is('-')));
  bytes.number_joiners |= bits(_mm_or_si128(is('.'), is(',')));
  bytes.others |= bits(block);
}

}  // namespace detail

// The lowest bit is that of the byte at `begin`, which no word before reaches. Nothing if the block
// or the byte behind it is not ASCII, or the text ends before.
inline std::optional<std::uint64_t> word_bytes_at(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= kWordBlockBytes) return std::nullopt;
  detail::WordBytes bytes;
  for (int i = 0; i < static_cast<int>(kWordBlockBytes); i += 16) {
    detail::add_word_bytes(text.data() + begin + i, i, bytes);
  }
  detail::WordBytes next;
  detail::add_word_bytes(text.data() + begin + kWordBlockBytes - 15, 0, next);
  constexpr int kLast = 15;
  if ((bytes.others | next.others) != 0) return std::nullopt;
  const auto between = [](std::uint64_t sides, std::uint64_t next_sides) {
    return sides << 1 & (sides >> 1 | next_sides >> kLast << 63);
  };
  return bytes.letters_or_digits |
         (bytes.joiners & between(bytes.letters_or_digits, next.letters_or_digits)) |
         (bytes.number_joiners & between(bytes.digits, next.digits));
}

#else

inline std::optional<std::uint64_t> word_bytes_at(std::string_view, std::size_t) {
  return std::nullopt;
}

#endif

}  // namespace tamis::text
