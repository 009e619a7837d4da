// Counts how often each of many 64-bit hashes occurs, and where first.
//
// Open addressing with linear steps over slots of four bytes, at most half of them taken, which
// point into a dense list: small enough to stay in the cache, and quick to clear.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tamis::text {

class OccurrenceTable {
 public:
  struct Entry {
    std::uint64_t hash;
    std::uint32_t first_position;
    std::uint32_t num_occurrences;
  };

  // Forgets all; keeps the memory. The table grows if more different hashes follow than expected,
  // up to 2^31.
  void clear(std::size_t num_hashes_expected) {
    entries_.clear();
    set_num_slots(std::bit_ceil(std::max<std::size_t>(16, 2 * num_hashes_expected)));
  }

  // Counts one more occurrence of the hash; returns the index of its entry.
  std::uint32_t add(std::uint64_t hash, std::size_t position) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = hash >> shift_;; i = (i + 1) & mask) {
      const std::uint32_t slot = slots_[i];
      if (slot == 0) return add_entry(hash, position, i);
      Entry& entry = entries_[slot - 1];
      if (entry.hash != hash) continue;
      ++entry.num_occurrences;
      return slot - 1;
    }
  }

  // Begins to load the slot that add() will need.
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash >> shift_]); }

  // In the order in which the hashes were first met.
  std::span<const Entry> entries() const { return entries_; }
  const Entry& operator[](std::uint32_t index) const { return entries_[index]; }

 private:
  void set_num_slots(std::size_t num_slots) {
    slots_.assign(num_slots, 0);
    shift_ = 64 - std::countr_zero(num_slots);
  }

  std::uint32_t add_entry(std::uint64_t hash, std::size_t position, std::size_t slot) {
    entries_.push_back({hash, static_cast<std::uint32_t>(position), 1});
    const auto number = static_cast<std::uint32_t>(entries_.size());
    slots_[slot] = number;
    if (2 * entries_.size() > slots_.size()) grow();
    return number - 1;
  }

  void grow() {
    set_num_slots(2 * slots_.size());
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t index = 0; index < entries_.size(); ++index) {
      std::size_t i = entries_[index].hash >> shift_;
      while (slots_[i] != 0) i = (i + 1) & mask;
      slots_[i] = static_cast<std::uint32_t>(index + 1);
    }
  }

  std::vector<std::uint32_t> slots_;  // a power of two; 1 + the index of an entry, or 0
  int shift_ = 60;
  std::vector<Entry> entries_;
};

}  // namespace tamis::text
