// As forest_scores_avx2.cc: each function says what it is for.
#include "tamis/extract/forest_scores.h"

#ifdef __x86_64__

#include <immintrin.h>

#include "tamis/extract/forest_leaves.h"

#define TAMIS_AVX512 [[gnu::target("avx512f,avx512bw")]]

namespace tamis::extract {
namespace {

TAMIS_AVX512 __m512i load_leaves(const std::array<std::int16_t, kNumLeaves>& leaves) {
  return _mm512_castsi256_si512(
      _mm256_loadu_si256(reinterpret_cast<const __m256i*>(leaves.data())));
}

}  // namespace

TAMIS_AVX512 Rows score_by_avx512(Columns columns, Forest forest, std::size_t /*num_rows*/) {
  static_assert(sizeof(Rows) == sizeof(__m512i));
  const __m512i leaves_of_slots = load_leaves(kLeavesOfSlots<std::int16_t>);
  __m512i sums = _mm512_setzero_si512();
  for (const Tree& tree : forest) {
    __m512i gone = _mm512_setzero_si512();  // leaves, a bit each
    for (const Split& split : tree.splits) {
      const __m512i values =
          _mm512_loadu_si512(columns[static_cast<std::size_t>(split.column)].data());
      const __mmask32 goes_right =
          _mm512_cmpgt_epi16_mask(values, _mm512_set1_epi16(split.at_most));
      const auto left = static_cast<short>(split.left);
      gone = _mm512_or_si512(gone, _mm512_maskz_set1_epi16(goes_right, left));
    }
    // Written as an operator, since gcc 12 warns of what is inside its andnot.
    const __m512i leftmost = ~gone & _mm512_add_epi16(gone, _mm512_set1_epi16(1));
    const __m512i slot =
        _mm512_srli_epi16(_mm512_mullo_epi16(leftmost, _mm512_set1_epi16(kDeBruijn)), 12);
    const __m512i points = _mm512_permutexvar_epi16(leaves_of_slots, load_leaves(tree.points));
    sums = _mm512_add_epi16(sums, _mm512_permutexvar_epi16(slot, points));
  }
  Rows scores;
  _mm512_storeu_si512(scores.data(), sums);
  return scores;
}

bool has_avx512() { return __builtin_cpu_supports("avx512bw") != 0; }

}  // namespace tamis::extract

#else

namespace tamis::extract {

Rows score_by_avx512(Columns columns, Forest forest, std::size_t num_rows) {
  return score_portably(columns, forest, num_rows);
}

bool has_avx512() { return false; }

}  // namespace tamis::extract

#endif
