// What has equal keys. Sorted, because a page cannot make that slow, as it can a hash table.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tamis/extract/blocks.h"

namespace tamis::extract {

// A key's highest bits, and below them whose it is.
class KeyedIndex {
 public:
  static constexpr int kIndexBits = 18;
  static_assert(kNumBlocksMax < 1U << kIndexBits);

  KeyedIndex(std::uint64_t key, std::uint32_t index)
      : bits_(key >> kIndexBits << kIndexBits | index) {}

  std::uint64_t key() const { return bits_ >> kIndexBits; }
  std::uint32_t index() const { return bits_ & ((1U << kIndexBits) - 1); }
  auto operator<=>(const KeyedIndex&) const = default;

 private:
  std::uint64_t bits_;
};

// Calls `use` for each different key of `key_of(0)` to `key_of(count - 1)`, with a span of those
// that have it in their order. Keys are hashes, of which the highest 46 bits count. Takes n log n.
// Requires: about as many as a page can have blocks.
template <typename KeyOf, typename Use>
void for_each_equal(std::size_t count, KeyOf key_of, Use use) {
  std::vector<KeyedIndex> keys;
  keys.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) keys.emplace_back(key_of(i), i);
  std::ranges::sort(keys);
  for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
    while (end < keys.size() && keys[end].key() == keys[begin].key()) ++end;
    use(std::span<const KeyedIndex>(&keys[begin], end - begin));
  }
}

}  // namespace tamis::extract
