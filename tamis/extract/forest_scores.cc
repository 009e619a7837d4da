#include "tamis/extract/forest_scores.h"

#include <bit>
#include <cstring>

#include "tamis/extract/forest_leaves.h"

namespace tamis::extract {
namespace {

// Bits of leaves that are gone, or points: one of each block. GCC's and Clang's vectors, which are
// plain instructions on every processor.
using Lanes [[gnu::vector_size(16)]] = std::int16_t;
constexpr std::size_t kNumLanes = sizeof(Lanes) / sizeof(std::int16_t);

#ifdef __SSSE3__

class LeafPoints {
 public:
  explicit LeafPoints(const Tree& tree) : bytes_(slot_bytes(tree)) {}

  // Of each block's leftmost leaf that is not gone.
  Lanes of_leftmost(Lanes gone) const {
    const auto bits = reinterpret_cast<__m128i>(gone);
    const __m128i leftmost = _mm_andnot_si128(bits, _mm_add_epi16(bits, _mm_set1_epi16(1)));
    const __m128i slot = _mm_srli_epi16(_mm_mullo_epi16(leftmost, _mm_set1_epi16(kDeBruijn)), 12);
    // A byte with its highest bit set looks up zero.
    const __m128i low_slot = _mm_or_si128(slot, _mm_set1_epi16(static_cast<short>(0x8000)));
    const __m128i high_slot = _mm_or_si128(_mm_slli_epi16(slot, 8), _mm_set1_epi16(0x80));
    return reinterpret_cast<Lanes>(_mm_or_si128(_mm_shuffle_epi8(bytes_.low, low_slot),
                                                _mm_shuffle_epi8(bytes_.high, high_slot)));
  }

 private:
  SlotBytes bytes_;
};

#else

class LeafPoints {
 public:
  explicit LeafPoints(const Tree& tree) : tree_(tree) {}

  Lanes of_leftmost(Lanes gone) const {
    Lanes points;
    for (std::size_t i = 0; i < kNumLanes; ++i) {
      const auto is_gone = static_cast<std::uint16_t>(gone[i]);
      points[i] = tree_.points[static_cast<std::size_t>(std::countr_one(is_gone))];
    }
    return points;
  }

 private:
  const Tree& tree_;
};

#endif

// Of the first `kCount` vectors.
template <std::size_t kCount>
Rows score_vectors(Columns columns, Forest forest) {
  std::array<Lanes, kNumRows / kNumLanes> sums = {};
  for (const Tree& tree : forest) {
    std::array<Lanes, kCount> gone = {};  // leaves, a bit each
    for (const Split& split : tree.splits) {
      const std::int16_t* column = columns[static_cast<std::size_t>(split.column)].data();
      const auto left = static_cast<std::int16_t>(split.left);
      for (std::size_t i = 0; i < kCount; ++i) {
        Lanes values;
        std::memcpy(&values, column + i * kNumLanes, sizeof values);
        gone[i] |= (values > split.at_most) & left;
      }
    }
    const LeafPoints points(tree);
    for (std::size_t i = 0; i < kCount; ++i) sums[i] += points.of_leftmost(gone[i]);
  }
  return std::bit_cast<Rows>(sums);
}

}  // namespace

Rows score(Columns columns, Forest forest, std::size_t num_rows) {
  static const auto fastest = has_avx512() ? score_by_avx512
                              : has_avx2() ? score_by_avx2
                                           : score_portably;
  return fastest(columns, forest, num_rows);
}

Rows score_portably(Columns columns, Forest forest, std::size_t num_rows) {
  static_assert(kNumRows == 4 * kNumLanes);
  if (num_rows <= kNumLanes) return score_vectors<1>(columns, forest);
  if (num_rows <= 2 * kNumLanes) return score_vectors<2>(columns, forest);
  return score_vectors<4>(columns, forest);
}

}  // namespace tamis::extract
