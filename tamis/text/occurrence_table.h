// Counts how often each of many 64-bit hashes occurs, and where first.
//
// Open addressing with linear steps over slots of four bytes, which point into a dense list: small
// enough to stay in the cache, and quick to clear.
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

  // Forgets all; keeps the memory. The table grows when more than `num_hashes` different ones
  // follow. Requires: these are fewer than 2^30.
  void clear(std::size_t num_hashes) {
    entries_.clear();
    make_slots(std::bit_ceil(std::max<std::size_t>(2, kSlotsPerHash * num_hashes)));
  }

  // Counts one more occurrence of the hash; returns the index of its entry.
  std::uint32_t add(std::uint64_t hash, std::size_t position) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = hash >> shift_;; i = (i + 1) & mask) {
      const std::uint32_t slot = slots_[i];
      if (slot == 0) {
        entries_.push_back({hash, static_cast<std::uint32_t>(position), 1});
        slots_[i] = static_cast<std::uint32_t>(entries_.size());
        if (entries_.size() * kSlotsPerHash > slots_.size()) make_slots(2 * slots_.size());
        return static_cast<std::uint32_t>(entries_.size()) - 1;
      }
      Entry& entry = entries_[slot - 1];
      if (entry.hash != hash) continue;
      ++entry.num_occurrences;
      return slot - 1;
    }
  }

  // The entry of the hash; null if it was never added.
  const Entry* find(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = hash >> shift_; slots_[i] != 0; i = (i + 1) & mask) {
      const Entry& entry = entries_[slots_[i] - 1];
      if (entry.hash == hash) return &entry;
    }
    return nullptr;
  }

  // Begins to load the slot that add() will need.
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash >> shift_]); }

  // In the order in which the hashes were first met.
  std::span<const Entry> entries() const { return entries_; }
  const Entry& operator[](std::uint32_t index) const { return entries_[index]; }

 private:
  // Of 2, 4 and 8 the fastest for n-grams of real pages: more collide, or leave the cache.
  static constexpr std::size_t kSlotsPerHash = 4;

  // Gives the entries new slots. Requires: `num_slots`, a power of two, are more than the entries.
  void make_slots(std::size_t num_slots) {
    slots_.assign(num_slots, 0);
    shift_ = 64 - std::countr_zero(num_slots);
    for (std::size_t entry = 0; entry < entries_.size(); ++entry) {
      std::size_t i = entries_[entry].hash >> shift_;
      while (slots_[i] != 0) i = (i + 1) & (num_slots - 1);
      slots_[i] = static_cast<std::uint32_t>(entry) + 1;
    }
  }

  std::vector<std::uint32_t> slots_;  // a power of two; 1 + the index of an entry, or 0
  int shift_ = 63;
  std::vector<Entry> entries_;
};

}  // namespace tamis::text
