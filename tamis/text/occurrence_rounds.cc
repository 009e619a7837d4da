#include "tamis/text/occurrence_rounds.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace tamis::text {
namespace {

// Measured by rules_bench: fewer slots leave more to the next round, more leave the cache.
constexpr std::size_t kSlotsPerHash = 2;

// So few are faster one by one, from the beginning or behind a round; and so many, whose slots are
// far away whether they are guessed or not.
constexpr std::size_t kFewHashes = 512;
constexpr std::size_t kFewLeft = 32;
constexpr std::size_t kManyHashes = std::size_t{1} << 17;

// So far ahead that memory has come when it is needed.
constexpr std::size_t kHashesAhead = 12;

constexpr std::size_t kRoundsMax = 8;

// An odd number of mixed bits, another for each round: a power of the golden ratio.
std::uint64_t multiplier_of(std::size_t round) {
  constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;
  std::uint64_t multiplier = kGolden;
  for (std::size_t i = 0; i < round; ++i) multiplier *= kGolden;
  return multiplier;
}

}  // namespace

// Gives their slots to the hashes that are left. What stays left moves to the front.
std::size_t OccurrenceRounds::add_to_slots(std::span<const std::uint64_t> hashes,
                                           std::size_t num_slots, std::size_t round) {
  const std::size_t first_slot = groups_.size();
  groups_.resize(first_slot + num_slots);
  const int shift = 64 - std::countr_zero(num_slots);
  const std::uint64_t multiplier = multiplier_of(round);
  Group* const slots = groups_.data() + first_slot;
  std::uint32_t* const group_of = group_of_.data();
  std::uint32_t* const left = left_.data();
  std::size_t num_left = 0;
  for (std::size_t i = 0; i < num_left_; ++i) {
    const std::uint32_t index = left[i];
    const std::uint64_t hash = hashes[index];
    const std::size_t slot = hash * multiplier >> shift;
    Group& group = slots[slot];
    // An empty slot is all zeros: "or" fills it. A condition would become a branch.
    const std::uint64_t if_empty = std::uint64_t{0} - (group.num_occurrences == 0 ? 1 : 0);
    group.hash |= hash & if_empty;
    group.first_position |= index & static_cast<std::uint32_t>(if_empty);
    const bool is_equal = group.hash == hash;
    group.num_occurrences += is_equal ? 1 : 0;
    group_of[index] = static_cast<std::uint32_t>(first_slot + slot);
    left[num_left] = index;
    num_left += is_equal ? 0 : 1;
  }
  return num_left;
}

// Adds the hashes whose indices are index_at(0), index_at(1) ...
template <typename IndexAt>
void OccurrenceRounds::add_one_by_one(std::span<const std::uint64_t> hashes, std::size_t num_added,
                                      IndexAt index_at) {
  const auto first_group = static_cast<std::uint32_t>(groups_.size());
  rest_.clear(num_added / 2);
  for (std::size_t i = 0; i < num_added; ++i) {
    rest_.prefetch(hashes[index_at(std::min(i + kHashesAhead, num_added - 1))]);
    const std::size_t index = index_at(i);
    group_of_[index] = first_group + rest_.add(hashes[index], index);
  }
  // All groups stand in one list; where there were no rounds it is the table's.
  const std::span<const Group> rest = rest_.entries();
  if (first_group > 0) groups_.insert(groups_.end(), rest.begin(), rest.end());
  all_groups_ = first_group > 0 ? groups_ : rest;
}

void OccurrenceRounds::count(std::span<const std::uint64_t> hashes, std::size_t num_different) {
  groups_.clear();
  group_of_.resize(hashes.size());
  if (hashes.size() <= kFewHashes || hashes.size() >= kManyHashes) {
    return add_one_by_one(hashes, hashes.size(), [](std::size_t i) { return i; });
  }
  left_.resize(hashes.size());
  std::iota(left_.begin(), left_.end(), 0u);
  num_left_ = hashes.size();
  for (std::size_t round = 0; round < kRoundsMax && num_left_ > kFewLeft; ++round) {
    const std::size_t num_slots = kSlotsPerHash * std::min(num_left_, num_different);
    num_left_ = add_to_slots(hashes, std::bit_ceil(std::max<std::size_t>(2, num_slots)), round);
  }
  add_one_by_one(hashes, num_left_, [this](std::size_t i) { return left_[i]; });
}

}  // namespace tamis::text
