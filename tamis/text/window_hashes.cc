#include "tamis/text/window_hashes.h"

#include <bit>

#include "tamis/base/check.h"

namespace tamis::text {
namespace {

// Odd numbers of mixed bits. (The golden ratio, as of Knuth 6.4, and a multiplier of xxHash.)
constexpr std::uint32_t kHighBase = 0x9E3779B1;
constexpr std::uint32_t kLowBase = 0xC2B2AE3D;

// Spreads small numbers over all bits, and neighbours, as 7 and 8, to no neighbours. (The
// multiplier is one of xxHash's.)
std::uint32_t mixed(std::uint32_t item) {
  const std::uint32_t product = item * 0x85EBCA77;
  return product ^ product >> 15;
}

// Hashes of windows of `size` items become those of twice as many: the window at i is followed by
// the one at i + size. `base_power`: the base to the power of size.
void join_neighbours(std::vector<std::uint32_t>& hashes, std::size_t size,
                     std::uint32_t base_power) {
  const std::size_t num_joined = hashes.size() - size;
  std::uint32_t* const hash = hashes.data();
  for (std::size_t i = 0; i < num_joined; ++i) hash[i] = hash[i] * base_power + hash[i + size];
  hashes.resize(num_joined);
}

// Hashes of windows of `size` items become those of one more.
void add_item(std::vector<std::uint32_t>& hashes, std::size_t size, std::uint32_t base,
              std::span<const std::uint32_t> items) {
  hashes.pop_back();
  const std::uint32_t* const added = items.data() + size;
  for (std::size_t i = 0; i < hashes.size(); ++i) hashes[i] = hashes[i] * base + mixed(added[i]);
}

}  // namespace

// By the binary digits of `size`, the highest first.
void hash_windows(std::span<const std::uint32_t> items, std::size_t size, HashHalf half,
                  std::vector<std::uint32_t>& hashes) {
  TAMIS_CHECK(size >= 1 && size <= items.size());
  const std::uint32_t base = half == HashHalf::kHigh ? kHighBase : kLowBase;
  hashes.resize(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) hashes[i] = mixed(items[i]);
  std::size_t size_now = 1;
  std::uint32_t base_power = base;
  for (int bit = static_cast<int>(std::bit_width(size)) - 2; bit >= 0; --bit) {
    join_neighbours(hashes, size_now, base_power);
    size_now *= 2;
    base_power *= base_power;
    if ((size >> bit & 1) == 0) continue;
    add_item(hashes, size_now, base, items);
    ++size_now;
    base_power *= base;
  }
}

}  // namespace tamis::text
