// A set of bytes, and the search for the first of them in a text: sixteen bytes a step.
//
// A byte is in the set if a bit of its high half's mask is set in its low half's mask: two look-ups
// in tables of sixteen, which SSSE3 does for sixteen bytes at once. (Langdale and Lemire 2019,
// "Parsing Gigabytes of JSON per Second", section 3.1.2.) Exact for up to eight high halves; more
// of them share a bit, so that bytes are found which are not in the set.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#ifdef __SSSE3__
#include <tmmintrin.h>

#include <bit>
#endif

namespace tamis::text {

class ByteFinder {
 public:
  // Of more than eight different high halves, find() is a sieve and find_other() of no use.
  constexpr explicit ByteFinder(std::string_view bytes) {
    std::uint8_t next_bit = 1;
    for (const char byte : bytes) {
      std::uint8_t& bit = masks_of_high_[high_half(byte)];
      if (bit == 0) {
        bit = next_bit;
        if (next_bit < 0x80) next_bit = static_cast<std::uint8_t>(next_bit << 1);
      }
      masks_of_low_[low_half(byte)] |= bit;
    }
  }

  constexpr bool has(char byte) const {
    return (masks_of_high_[high_half(byte)] & masks_of_low_[low_half(byte)]) != 0;
  }

  // Where the first byte of the set stands from `begin` on, or the text's end.
  std::size_t find(std::string_view text, std::size_t begin) const {
    return find_if<true>(text, begin);
  }

  // Where the first one stands that is of the set and is followed, one byte between, by one of
  // `thirds`, or of `alone`: of characters of three bytes, and of others. At the text's end
  // whatever follows.
  std::size_t find_before(const ByteFinder& thirds, const ByteFinder& alone, std::string_view text,
                          std::size_t begin) const {
#ifdef __SSSE3__
    for (; text.size() - begin >= kBlockBytes + 2; begin += kBlockBytes) {
      const char* const block = text.data() + begin;
      const unsigned others =
          (others_in(block) | thirds.others_in(block + 2)) & alone.others_in(block);
      const unsigned found = others ^ 0xFFFF;
      if (found != 0) return begin + static_cast<std::size_t>(std::countr_zero(found));
    }
#endif
    const auto is_followed = [&](std::size_t i) {
      return i + 2 >= text.size() || thirds.has(text[i + 2]);
    };
    for (; begin < text.size(); ++begin) {
      if (alone.has(text[begin]) || (has(text[begin]) && is_followed(begin))) break;
    }
    return begin;
  }

  // Where the first byte that is not of the set stands.
  std::size_t find_other(std::string_view text, std::size_t begin) const {
    return find_if<false>(text, begin);
  }

 private:
  template <bool kHas>
  std::size_t find_if(std::string_view text, std::size_t begin) const {
#ifdef __SSSE3__
    for (; text.size() - begin >= kBlockBytes; begin += kBlockBytes) {
      const unsigned others = others_in(text.data() + begin);
      const unsigned found = kHas ? others ^ 0xFFFF : others;
      if (found != 0) return begin + static_cast<std::size_t>(std::countr_zero(found));
    }
#endif
    while (begin < text.size() && has(text[begin]) != kHas) ++begin;
    return begin;
  }

  static constexpr std::size_t high_half(char byte) {
    return static_cast<unsigned char>(byte) >> 4;
  }
  static constexpr std::size_t low_half(char byte) { return byte & 0x0F; }

#ifdef __SSSE3__
  static constexpr std::size_t kBlockBytes = 16;

  // One bit a byte, the first byte's lowest: which of the sixteen are not in the set.
  unsigned others_in(const char* block) const {
    const auto load = [](const void* bytes) {
      return _mm_loadu_si128(static_cast<const __m128i*>(bytes));
    };
    const __m128i bytes = load(block);
    const __m128i low_halves = _mm_set1_epi8(0x0F);
    const __m128i high = _mm_shuffle_epi8(load(masks_of_high_.data()),
                                          _mm_and_si128(_mm_srli_epi16(bytes, 4), low_halves));
    const __m128i low =
        _mm_shuffle_epi8(load(masks_of_low_.data()), _mm_and_si128(bytes, low_halves));
    const __m128i is_other = _mm_cmpeq_epi8(_mm_and_si128(high, low), _mm_setzero_si128());
    return static_cast<unsigned>(_mm_movemask_epi8(is_other));
  }
#endif

  std::array<std::uint8_t, 16> masks_of_high_ = {};
  std::array<std::uint8_t, 16> masks_of_low_ = {};
};

}  // namespace tamis::text
