// Numbers 64-bit hashes from 0 on, in the order in which they are first met.
//
// Open addressing with linear steps over slots of four bytes, at most half full. Clearing costs
// less than a byte per nanosecond even for a short text, since a text clears what it needs only.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tamis::text {

class HashNumbers {
 public:
  // Forgets all; keeps the memory. Requires: at most `num_hashes_max`, and fewer than 2^32 - 1,
  // different hashes follow.
  void clear(std::size_t num_hashes_max) {
    const std::size_t num_slots = std::bit_ceil(std::max<std::size_t>(2, 2 * num_hashes_max));
    slots_.assign(num_slots, 0);
    shift_ = 64 - std::countr_zero(num_slots);
    hashes_.clear();
  }

  // How many different hashes were met.
  std::size_t size() const { return hashes_.size(); }

  // The number of the hash; size() before the call if it is new.
  std::uint32_t number_of(std::uint64_t hash) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = hash >> shift_;; i = (i + 1) & mask) {
      if (slots_[i] == 0) {
        hashes_.push_back(hash);
        slots_[i] = static_cast<std::uint32_t>(hashes_.size());
        return slots_[i] - 1;
      }
      if (hashes_[slots_[i] - 1] == hash) return slots_[i] - 1;
    }
  }

  // Begins to load the memory that number_of() will need: worth it where that is far away.
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash >> shift_]); }

 private:
  std::vector<std::uint32_t> slots_;  // a power of two; a number + 1, or 0
  int shift_ = 63;
  std::vector<std::uint64_t> hashes_;  // by number
};

}  // namespace tamis::text
