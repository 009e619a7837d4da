#include "tamis/text/window_hashes.h"

#include <algorithm>
#include <bit>

#include "tamis/base/check.h"

namespace tamis::text {
namespace {

// Odd numbers of mixed bits. (The golden ratio, as of Knuth 6.4, and a multiplier of xxHash.)
constexpr std::uint32_t kHighBase = 0x9E3779B1;
constexpr std::uint32_t kLowBase = 0xC2B2AE3D;

// Spreads small numbers over all bits, and neighbours, as 7 and 8, to no neighbours. (The
// multiplier is one of xxHash's.)
[[gnu::always_inline]] inline std::uint32_t mixed(std::uint32_t item) {
  const std::uint32_t product = item * 0x85EBCA77;
  return product ^ product >> 15;
}

// Hashes of windows of `size` items become those of twice as many: the window at i is followed by
// the one at i + size. `base_power`: the base to the power of size.
[[gnu::always_inline]] inline void join_neighbours(std::uint32_t* hashes, std::size_t num_joined,
                                                   std::size_t size, std::uint32_t base_power) {
  for (std::size_t i = 0; i < num_joined; ++i)
    hashes[i] = hashes[i] * base_power + hashes[i + size];
}

// Hashes of windows of some items become those of one more, which are at `added`.
[[gnu::always_inline]] inline void add_item(std::uint32_t* hashes, std::size_t num_hashes,
                                            std::uint32_t base, const std::uint32_t* added) {
  for (std::size_t i = 0; i < num_hashes; ++i) hashes[i] = hashes[i] * base + mixed(added[i]);
}

// The hashes of the windows of `size` items among the first `num_items`, in place of as many
// numbers as there are items. By the binary digits of `size`, the highest first.
[[gnu::always_inline]] inline void hash_block_inline(const std::uint32_t* items,
                                                     std::size_t num_items, std::size_t size,
                                                     std::uint32_t base, std::uint32_t* hashes) {
  for (std::size_t i = 0; i < num_items; ++i) hashes[i] = mixed(items[i]);
  std::size_t num_hashes = num_items;
  std::size_t size_now = 1;
  std::uint32_t base_power = base;
  for (int bit = static_cast<int>(std::bit_width(size)) - 2; bit >= 0; --bit) {
    num_hashes -= size_now;
    join_neighbours(hashes, num_hashes, size_now, base_power);
    size_now *= 2;
    base_power *= base_power;
    if ((size >> bit & 1) == 0) continue;
    add_item(hashes, --num_hashes, base, items + size_now);
    ++size_now;
    base_power *= base;
  }
}

using HashBlock = void (*)(const std::uint32_t* items, std::size_t num_items, std::size_t size,
                           std::uint32_t base, std::uint32_t* hashes);

void hash_block(const std::uint32_t* items, std::size_t num_items, std::size_t size,
                std::uint32_t base, std::uint32_t* hashes) {
  hash_block_inline(items, num_items, size, base, hashes);
}

#ifdef __x86_64__

// The same code, eight hashes a step.
[[gnu::target("avx2")]] void hash_block_by_avx2(const std::uint32_t* items, std::size_t num_items,
                                                std::size_t size, std::uint32_t base,
                                                std::uint32_t* hashes) {
  hash_block_inline(items, num_items, size, base, hashes);
}

HashBlock fastest_hash_block() {
  return __builtin_cpu_supports("avx2") != 0 ? hash_block_by_avx2 : hash_block;
}

#else

HashBlock fastest_hash_block() { return hash_block; }

#endif

}  // namespace

// Block by block, so that all passes over one find it in the first cache. A block writes behind its
// windows, too, where the next one follows.
void hash_windows(std::span<const std::uint32_t> items, std::size_t size, HashHalf half,
                  std::vector<std::uint32_t>& hashes) {
  TAMIS_CHECK(size >= 1 && size <= items.size());
  constexpr std::size_t kBlockWindows = 2048;  // of 8 KiB
  constexpr std::size_t kSizesPerBlock = 8;    // what blocks share costs an eighth at most
  static const HashBlock fastest = fastest_hash_block();
  const std::uint32_t base = half == HashHalf::kHigh ? kHighBase : kLowBase;
  const std::size_t num_windows = items.size() - size + 1;
  const std::size_t block_windows = std::max(kBlockWindows, kSizesPerBlock * size);
  hashes.resize(items.size());
  for (std::size_t begin = 0; begin < num_windows; begin += block_windows) {
    const std::size_t num_items = std::min(block_windows, num_windows - begin) + size - 1;
    fastest(items.data() + begin, num_items, size, base, hashes.data() + begin);
  }
  hashes.resize(num_windows);
}

}  // namespace tamis::text
