#include "tamis/extract/forest.h"

#include <bit>

#ifdef __SSSE3__
#include <tmmintrin.h>
#endif

namespace tamis::extract {
namespace {

// Bits of leaves that are gone, or points: one of each block.
using Lanes = BlockTable::Lanes;

#ifdef __SSSE3__

// What (1 << leaf) * kDeBruijn has in its highest four bits is another number for each leaf.
constexpr std::int16_t kDeBruijn = 0x0F2D;

constexpr std::array<char, kNumLeaves> make_leaves_of_slots() {
  std::array<char, kNumLeaves> leaves = {};
  for (unsigned leaf = 0; leaf < kNumLeaves; ++leaf)
    leaves[unsigned{kDeBruijn} << leaf >> 12 & 0xF] = static_cast<char>(leaf);
  return leaves;
}

// A tree's points, low and high bytes apart, in the order of slots.
class LeafPoints {
 public:
  explicit LeafPoints(const Tree& tree) {
    static constexpr auto kLeaves = make_leaves_of_slots();
    const __m128i order = load(kLeaves.data());
    const __m128i first = load(tree.points.data());
    const __m128i second = load(tree.points.data() + kNumLeaves / 2);
    const __m128i byte = _mm_set1_epi16(0xFF);
    const __m128i low = _mm_packus_epi16(_mm_and_si128(first, byte), _mm_and_si128(second, byte));
    const __m128i high = _mm_packus_epi16(_mm_srli_epi16(first, 8), _mm_srli_epi16(second, 8));
    low_ = _mm_shuffle_epi8(low, order);
    high_ = _mm_shuffle_epi8(high, order);
  }

  // Of each block's leftmost leaf that is not gone.
  Lanes of_leftmost(Lanes gone) const {
    const auto bits = reinterpret_cast<__m128i>(gone);
    const __m128i leftmost = _mm_andnot_si128(bits, _mm_add_epi16(bits, _mm_set1_epi16(1)));
    const __m128i slot = _mm_srli_epi16(_mm_mullo_epi16(leftmost, _mm_set1_epi16(kDeBruijn)), 12);
    // A byte with its highest bit set looks up zero.
    const __m128i low_slot = _mm_or_si128(slot, _mm_set1_epi16(static_cast<short>(0x8000)));
    const __m128i high_slot = _mm_or_si128(_mm_slli_epi16(slot, 8), _mm_set1_epi16(0x80));
    return reinterpret_cast<Lanes>(
        _mm_or_si128(_mm_shuffle_epi8(low_, low_slot), _mm_shuffle_epi8(high_, high_slot)));
  }

 private:
  static __m128i load(const void* bytes) {
    return _mm_loadu_si128(static_cast<const __m128i*>(bytes));
  }

  __m128i low_;
  __m128i high_;
};

#else

class LeafPoints {
 public:
  explicit LeafPoints(const Tree& tree) : tree_(tree) {}

  Lanes of_leftmost(Lanes gone) const {
    Lanes points;
    for (std::size_t i = 0; i < sizeof(Lanes) / sizeof(std::int16_t); ++i) {
      const auto is_gone = static_cast<std::uint16_t>(gone[i]);
      points[i] = tree_.points[static_cast<std::size_t>(std::countr_one(is_gone))];
    }
    return points;
  }

 private:
  const Tree& tree_;
};

#endif

}  // namespace

void BlockTable::set_bits(std::size_t row, std::size_t first_column, std::size_t count,
                          std::uint64_t bits) {
  for (std::size_t i = 0; i < count; ++i) {
    columns_[first_column + i][row / kNumLanes][row % kNumLanes] =
        static_cast<std::int16_t>(bits >> i & 1);
  }
}

void BlockTable::set_row(std::size_t row, const BlockFeatures& features,
                         const ContextFeatures* context) {
  const auto set = [&](std::size_t column, std::int16_t value) {
    columns_[column][row / kNumLanes][row % kNumLanes] = value;
  };
  for (std::size_t i = 0; i < kNumBlockFeatures; ++i) set(i, features.values[i]);
  set_bits(row, kNearColumn, kNumClassMeanings, features.meanings_near);
  set_bits(row, kAnyColumn, kNumClassMeanings, features.meanings_any);
  set_bits(row, kTagColumn, kNumBlockTags, features.tags_any);
  if (context == nullptr) return;
  for (std::size_t i = 0; i < kNumContextFeatures; ++i) set(kContextColumn + i, (*context)[i]);
}

template <std::size_t kCount>
BlockTable::Sums BlockTable::score_vectors(Forest forest) const {
  Sums sums = {};
  for (const Tree& tree : forest) {
    std::array<Lanes, kCount> gone = {};  // leaves, a bit each
    for (const Split& split : tree.splits) {
      const auto& column = columns_[static_cast<std::size_t>(split.column)];
      const auto left = static_cast<std::int16_t>(split.left);
      for (std::size_t i = 0; i < kCount; ++i) gone[i] |= (column[i] > split.at_most) & left;
    }
    const LeafPoints points(tree);
    for (std::size_t i = 0; i < kCount; ++i) sums[i] += points.of_leftmost(gone[i]);
  }
  return sums;
}

std::array<std::int16_t, BlockTable::kNumRows> BlockTable::score(Forest forest,
                                                                 std::size_t num_rows) const {
  static_assert(kNumVectors == 4);
  const Sums sums = num_rows <= kNumLanes       ? score_vectors<1>(forest)
                    : num_rows <= 2 * kNumLanes ? score_vectors<2>(forest)
                                                : score_vectors<4>(forest);
  return std::bit_cast<std::array<std::int16_t, kNumRows>>(sums);
}

}  // namespace tamis::extract
