// Each function here says what processors it is for, so that nothing inline of other headers is
// compiled for them and runs elsewhere.
#include "tamis/extract/forest_scores.h"

#ifdef __x86_64__

#include <immintrin.h>

#include "tamis/extract/forest_leaves.h"

#define TAMIS_AVX2 [[gnu::target("avx2")]]
#define TAMIS_AVX512 [[gnu::target("avx512f,avx512bw")]]

namespace tamis::extract {
namespace {

constexpr std::size_t kNumLanes = sizeof(__m256i) / sizeof(std::int16_t);

struct LeafPoints {
  __m256i low;
  __m256i high;
};

TAMIS_AVX2 LeafPoints points_of(const Tree& tree) {
  const SlotBytes bytes = slot_bytes(tree);
  return {_mm256_broadcastsi128_si256(bytes.low), _mm256_broadcastsi128_si256(bytes.high)};
}

// Of each block's leftmost leaf that is not gone.
TAMIS_AVX2 __m256i of_leftmost(const LeafPoints& points, __m256i gone) {
  const __m256i leftmost = _mm256_andnot_si256(gone, _mm256_add_epi16(gone, _mm256_set1_epi16(1)));
  const __m256i slot =
      _mm256_srli_epi16(_mm256_mullo_epi16(leftmost, _mm256_set1_epi16(kDeBruijn)), 12);
  // A byte with its highest bit set looks up zero.
  const __m256i low_slot = _mm256_or_si256(slot, _mm256_set1_epi16(static_cast<short>(0x8000)));
  const __m256i high_slot = _mm256_or_si256(_mm256_slli_epi16(slot, 8), _mm256_set1_epi16(0x80));
  return _mm256_or_si256(_mm256_shuffle_epi8(points.low, low_slot),
                         _mm256_shuffle_epi8(points.high, high_slot));
}

// Of the first `kCount` vectors.
template <std::size_t kCount>
TAMIS_AVX2 Rows score_vectors(Columns columns, Forest forest) {
  __m256i sums[kCount] = {};
  for (const Tree& tree : forest) {
    __m256i gone[kCount] = {};  // leaves, a bit each
    for (const Split& split : tree.splits) {
      const std::int16_t* column = columns[static_cast<std::size_t>(split.column)].data();
      const __m256i at_most = _mm256_set1_epi16(split.at_most);
      const __m256i left = _mm256_set1_epi16(static_cast<short>(split.left));
      for (std::size_t i = 0; i < kCount; ++i) {
        const __m256i values =
            _mm256_loadu_si256(reinterpret_cast<const __m256i*>(column + i * kNumLanes));
        const __m256i goes_right = _mm256_cmpgt_epi16(values, at_most);
        gone[i] = _mm256_or_si256(gone[i], _mm256_and_si256(goes_right, left));
      }
    }
    const LeafPoints points = points_of(tree);
    for (std::size_t i = 0; i < kCount; ++i)
      sums[i] = _mm256_add_epi16(sums[i], of_leftmost(points, gone[i]));
  }
  Rows scores = {};
  for (std::size_t i = 0; i < kCount; ++i)
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(scores.data() + i * kNumLanes), sums[i]);
  return scores;
}

TAMIS_AVX512 __m512i load_leaves(const std::array<std::int16_t, kNumLeaves>& leaves) {
  return _mm512_castsi256_si512(
      _mm256_loadu_si256(reinterpret_cast<const __m256i*>(leaves.data())));
}

}  // namespace

Rows score_by_avx2(Columns columns, Forest forest, std::size_t num_rows) {
  static_assert(kNumRows == 2 * kNumLanes);
  return num_rows <= kNumLanes ? score_vectors<1>(columns, forest)
                               : score_vectors<2>(columns, forest);
}

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

bool has_avx2() { return __builtin_cpu_supports("avx2") != 0; }
bool has_avx512() { return __builtin_cpu_supports("avx512bw") != 0; }

}  // namespace tamis::extract

#else

namespace tamis::extract {

Rows score_by_avx2(Columns columns, Forest forest, std::size_t num_rows) {
  return score_portably(columns, forest, num_rows);
}

Rows score_by_avx512(Columns columns, Forest forest, std::size_t num_rows) {
  return score_portably(columns, forest, num_rows);
}

bool has_avx2() { return false; }
bool has_avx512() { return false; }

}  // namespace tamis::extract

#endif
