// What has equal keys. Sorted, because a page cannot make that slow, as it can a hash table.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace tamis::extract {

// A key, and whose it is.
using KeyedIndex = std::pair<std::uint64_t, std::uint32_t>;

// Calls `use` for each different key of `key_of(0)` to `key_of(count - 1)`, with a span of those
// that have it in their order. Takes n log n.
template <typename KeyOf, typename Use>
void for_each_equal(std::size_t count, KeyOf key_of, Use use) {
  std::vector<KeyedIndex> keys;
  keys.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) keys.emplace_back(key_of(i), i);
  std::ranges::sort(keys);
  for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
    while (end < keys.size() && keys[end].first == keys[begin].first) ++end;
    use(std::span<const KeyedIndex>(&keys[begin], end - begin));
  }
}

}  // namespace tamis::extract
