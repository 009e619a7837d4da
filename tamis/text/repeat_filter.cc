#include "tamis/text/repeat_filter.h"

#include <algorithm>
#include <bit>

namespace tamis::text {
namespace {

// Few slots let more pass by mistake, many leave the cache: the first, the second, or all.
std::size_t slots_for(std::size_t num_hashes) {
  constexpr std::size_t kFewHashes = std::size_t{1} << 13;
  constexpr std::size_t kManyHashes = std::size_t{1} << 17;
  constexpr std::size_t kSlotsMax = std::size_t{1} << 26;  // of 64 MiB
  const std::size_t slots_per_hash = num_hashes <= kFewHashes    ? 16
                                     : num_hashes <= kManyHashes ? 8
                                                                 : 4;
  return std::bit_ceil(std::clamp<std::size_t>(num_hashes * slots_per_hash, 2, kSlotsMax));
}

}  // namespace

// Each index is written, and those that do not count are written over.
void RepeatFilter::find_repeated(std::span<const std::uint32_t> hashes,
                                 std::vector<std::uint32_t>& positions) {
  const std::size_t num_slots = slots_for(hashes.size());
  slots_.assign(num_slots, 0);
  const int shift = 32 - std::countr_zero(num_slots);
  std::uint8_t* const slots = slots_.data();
  for (const std::uint32_t hash : hashes) {
    std::uint8_t& slot = slots[hash >> shift];
    slot = static_cast<std::uint8_t>(slot << 1 | 1);
  }
  positions.resize(hashes.size() + 1);
  std::uint32_t* end = positions.data();
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    *end = static_cast<std::uint32_t>(i);
    end += slots[hashes[i] >> shift] > 1 ? 1 : 0;
  }
  positions.resize(static_cast<std::size_t>(end - positions.data()));
}

}  // namespace tamis::text
