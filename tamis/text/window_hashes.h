// The 64-bit hashes of all windows of n items of a sequence, one half after the other.
//
// A window's hash is the polynomial of its items in an odd number, modulo 2^32, for two such
// numbers. A hash that rolls from one window to the next waits for the last one. Windows of 2n
// items are two of n, however, so that some log n passes over the sequence give all hashes, and
// none of their steps waits for another: four at once in 128 bits, or eight in 256.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tamis::text {

enum class HashHalf { kHigh, kLow };

// Replaces `hashes` by half of the hash of each window, by position. The high half is enough for a
// sieve. Requires: 1 <= size <= items.size().
void hash_windows(std::span<const std::uint32_t> items, std::size_t size, HashHalf half,
                  std::vector<std::uint32_t>& hashes);

}  // namespace tamis::text
