// Names that are looked up by the thousand, numbered: an open hash table. Most of what a page says
// is none of them, which the table of numbers alone tells.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tamis/base/check.h"
#include "tamis/extract/packed_name.h"

namespace tamis::extract {

// Requires: no more than half as many names as there are slots.
template <std::size_t kSlotBits>
class NameTable {
 public:
  // From 1 on, as names were added; 0 of a name that was not. In any case of ASCII letters.
  std::size_t find(std::string_view name) const {
    return name.size() > kPackedBytesMax ? 0 : slots_[find_slot(pack_name(name))];
  }

  // The number of the name, which is new if it was not there. Requires: it is in lower case, of
  // kPackedBytesMax at most.
  std::size_t add(std::string_view name) {
    TAMIS_CHECK(name.size() <= kPackedBytesMax);
    const PackedName packed = pack_lower_name(name);
    std::uint16_t& number = slots_[find_slot(packed)];
    if (number == 0) {
      TAMIS_CHECK(names_.size() <= kNumSlots / 2);
      number = static_cast<std::uint16_t>(names_.size());
      names_.push_back(packed);
    }
    return number;
  }

 private:
  static constexpr std::size_t kNumSlots = std::size_t{1} << kSlotBits;

  // Where the name stands, or the free slot where it would.
  std::size_t find_slot(const PackedName& name) const {
    std::size_t slot = name.hash() >> (32 - kSlotBits);
    while (slots_[slot] != 0 && names_[slots_[slot]] != name) slot = (slot + 1) % kNumSlots;
    return slot;
  }

  std::vector<PackedName> names_ = std::vector<PackedName>(1);  // by their numbers
  std::array<std::uint16_t, kNumSlots> slots_ = {};
};

}  // namespace tamis::extract
