// Which of many 64-bit hashes may occur more than once: a first sieve, in little memory.
//
// Two bits a slot, chosen by the hash: met, and met again. All hashes are added, then asked for.
// Whatever occurs twice passes; what occurs once passes by mistake if another hash has its slot,
// which one in sixteen or less does. A table of whole hashes is then needed for the rest only.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tamis::text {

class RepeatFilter {
 public:
  // Forgets all. Requires: at most `num_hashes_max` calls of add() follow.
  void clear(std::size_t num_hashes_max) {
    const std::size_t num_blocks =
        std::bit_ceil(std::max<std::size_t>(2, num_hashes_max * kSlotsPerHash / kSlotsPerBlock));
    blocks_.assign(num_blocks, {});
    block_shift_ = 64 - std::countr_zero(num_blocks);
  }

  void add(std::uint64_t hash) {
    Block& block = blocks_[hash >> block_shift_];
    const std::uint64_t slot = slot_of(hash);
    block.met_again |= block.met & slot;
    block.met |= slot;
  }

  bool may_repeat(std::uint64_t hash) const {
    return (blocks_[hash >> block_shift_].met_again & slot_of(hash)) != 0;
  }

 private:
  static constexpr std::size_t kSlotsPerHash = 16;
  static constexpr std::size_t kSlotsPerBlock = 64;
  struct Block {
    std::uint64_t met = 0;
    std::uint64_t met_again = 0;
  };

  // The first bits of the hash choose the block, so that these must not be among them.
  static std::uint64_t slot_of(std::uint64_t hash) { return std::uint64_t{1} << (hash >> 16 & 63); }

  std::vector<Block> blocks_;  // a power of two
  int block_shift_ = 63;
};

}  // namespace tamis::text
