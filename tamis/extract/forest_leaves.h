// Which leaf of a tree is left, where leaves are bits: what all ways to score a forest share.
//
// (1 << leaf) * kDeBruijn has another number in its highest four bits for each leaf: its slot.
// Points in the order of slots are looked up by shuffling: bytes, low and high ones apart, or
// whole.
#pragma once

#include <array>
#include <cstdint>

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

}  // namespace tamis::extract
