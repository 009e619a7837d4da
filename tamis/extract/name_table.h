// Names that are looked up by the thousand, numbered: an open hash table of eight bytes a name,
// which is one load to find it and, mostly, one to tell that a word is none of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tamis/base/check.h"
#include "tamis/extract/packed_name.h"

namespace tamis::extract {

// Names are told apart by 48 bits of their hash, its slot by the other 16: of 10^14 words that are
// no names hardly one passes for one. Requires: no more than half as many names as there are slots.
template <std::size_t kSlotBits>
class NameTable {
 public:
  // From 1 on, as names were added; 0 of a name that was not. In any case of ASCII letters. `text`:
  // what the name is a part of, if it is.
  std::size_t find(std::string_view name, std::string_view text) const {
    if (name.size() > kPackedBytesMax) return 0;
    return slots_[find_slot(mixed(pack_name_in(text, name)))] & kNumberMask;
  }

  // The number of the name, which is new if it was not there. Requires: it is in lower case, of
  // kPackedBytesMax at most.
  std::size_t add(std::string_view name) {
    TAMIS_CHECK(name.size() <= kPackedBytesMax);
    const std::uint64_t hash = mixed(pack_lower_name(name));
    std::uint64_t& slot = slots_[find_slot(hash)];
    if (slot == 0) {
      TAMIS_CHECK(num_names_ < kNumSlots / 2);
      slot = (hash & ~kNumberMask) | ++num_names_;
    }
    return slot & kNumberMask;
  }

 private:
  static constexpr std::size_t kNumSlots = std::size_t{1} << kSlotBits;
  static constexpr std::uint64_t kNumberMask = 0xFFFF;
  static_assert(kSlotBits <= 16);

  static std::uint64_t mixed(const PackedName& name) {
    std::uint64_t hash = name.low ^ name.high * 0xFF51AFD7ED558CCD ^ name.num_bytes << 59;
    hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15;
    hash = (hash ^ hash >> 32) * 0xC4CEB9FE1A85EC53;
    return hash ^ hash >> 29;
  }

  // Where the name stands, or the free slot where it would.
  std::size_t find_slot(std::uint64_t hash) const {
    std::size_t slot = hash % kNumSlots;
    while (slots_[slot] != 0 && ((slots_[slot] ^ hash) & ~kNumberMask) != 0)
      slot = (slot + 1) % kNumSlots;
    return slot;
  }

  // Of each name its hash but for 16 bits, in which its number is.
  std::array<std::uint64_t, kNumSlots> slots_ = {};
  std::uint64_t num_names_ = 0;
};

}  // namespace tamis::extract
