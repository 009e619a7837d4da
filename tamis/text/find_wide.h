// The search for one character of three bytes, as full-width marks are: sixteen bytes a step.
//
// A search for its first byte would stop at every comma of a Chinese text, for most marks begin
// with the same; here all three bytes are looked at.
#pragma once

#include <bit>
#include <cstddef>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tamis::text {

// As text.find(character, begin). Requires: character.size() == 3.
inline std::size_t find_wide(std::string_view text, std::string_view character,
                             std::size_t begin = 0) {
#ifdef __SSE2__
  const __m128i wanted[] = {_mm_set1_epi8(character[0]), _mm_set1_epi8(character[1]),
                            _mm_set1_epi8(character[2])};
  constexpr std::size_t kBlockBytes = sizeof(__m128i);
  for (; begin + kBlockBytes + 2 <= text.size(); begin += kBlockBytes) {
    const auto equals_at = [&](std::size_t i) {
      const auto* const bytes = reinterpret_cast<const __m128i*>(text.data() + begin + i);
      return _mm_cmpeq_epi8(_mm_loadu_si128(bytes), wanted[i]);
    };
    const __m128i found = _mm_and_si128(_mm_and_si128(equals_at(0), equals_at(1)), equals_at(2));
    const auto places = static_cast<unsigned>(_mm_movemask_epi8(found));
    if (places != 0) return begin + static_cast<std::size_t>(std::countr_zero(places));
  }
#endif
  return text.find(character, begin);
}

}  // namespace tamis::text
