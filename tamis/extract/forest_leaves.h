// Which leaf of a tree is left, where leaves are bits: what all ways to score a forest share.
//
// (1 << leaf) * kDeBruijn has another number in its highest four bits for each leaf: its slot.
// Points in the order of slots are looked up by shuffling: bytes, low and high ones apart, or
// whole.
#pragma once

#include <array>
#include <cstdint>

#ifdef __x86_64__
#include <tmmintrin.h>
#endif

#include "tamis/extract/forest.h"

namespace tamis::extract {

inline constexpr std::int16_t kDeBruijn = 0x0F2D;

template <typename Leaf>
inline constexpr std::array<Leaf, kNumLeaves> kLeavesOfSlots = [] {
  std::array<Leaf, kNumLeaves> leaves = {};
  for (unsigned leaf = 0; leaf < kNumLeaves; ++leaf)
    leaves[unsigned{kDeBruijn} << leaf >> 12 & 0xF] = static_cast<Leaf>(leaf);
  return leaves;
}();

#ifdef __x86_64__

// A tree's points in the order of slots, low and high bytes apart.
struct SlotBytes {
  __m128i low;
  __m128i high;
};

[[gnu::target("ssse3")]] inline SlotBytes slot_bytes(const Tree& tree) {
  const auto* const points = reinterpret_cast<const __m128i*>(tree.points.data());
  const __m128i order =
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(kLeavesOfSlots<char>.data()));
  const __m128i first = _mm_loadu_si128(points);
  const __m128i second = _mm_loadu_si128(points + 1);
  const __m128i byte = _mm_set1_epi16(0xFF);
  const __m128i low = _mm_packus_epi16(_mm_and_si128(first, byte), _mm_and_si128(second, byte));
  const __m128i high = _mm_packus_epi16(_mm_srli_epi16(first, 8), _mm_srli_epi16(second, 8));
  return {_mm_shuffle_epi8(low, order), _mm_shuffle_epi8(high, order)};
}

#endif

}  // namespace tamis::extract
