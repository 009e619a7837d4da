#include "tamis/text/repeated_windows.h"

#include <algorithm>
#include <array>

#include "tamis/base/check.h"

namespace tamis::text {
namespace {

// A window's hash is the polynomial of its items in this number, modulo 2^64. Any odd number of
// mixed bits does. (The golden ratio, as of Knuth 6.4.)
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;

// A hash waits for the one before: four that roll in turn, a quarter of the text each, do not wait
// for each other.
constexpr std::size_t kLanes = 4;

// Windows longer by more are found anew: each candidate would be hashed on for so many steps.
constexpr std::size_t kMostAdded = 16;

// So far ahead that memory has come when it is needed.
constexpr std::size_t kCandidatesAhead = 12;

std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t result = 1;
  for (std::size_t i = 0; i < exponent; ++i) result *= base;
  return result;
}

}  // namespace

template <typename Item>
void RepeatedWindows<Item>::set_items(std::span<const Item> items) {
  items_ = items;
  size_ = 0;
}

template <typename Item>
void RepeatedWindows<Item>::find(std::size_t size) {
  TAMIS_CHECK(size >= 1);
  if (size == size_) return;
  const std::size_t last_size = size_;
  size_ = size;
  num_windows_ = items_.size() - std::min(items_.size(), size - 1);
  if (last_size == 0 || size < last_size || size - last_size > kMostAdded) {
    start();
  } else {
    lengthen(size - last_size);
  }
  keep_repeated();
}

template <typename Item>
std::uint64_t RepeatedWindows<Item>::hash_at(std::size_t position) const {
  std::uint64_t hash = 0;
  for (const Item item : items_.subspan(position, size_)) hash = hash * kBase + item;
  return hash;
}

// Calls use(lane, position, hash) for all windows, in order within a lane; those of a lane lie
// behind those of the lanes before. Requires: num_windows_ > 0.
template <typename Item>
template <typename Use>
void RepeatedWindows<Item>::for_each_window(Use use) const {
  const Item* const items = items_.data();
  const Item* const added = items + size_;
  const std::uint64_t power_of_dropped = power(kBase, size_);
  const auto roll = [=](std::uint64_t hash, std::size_t position) {
    return hash * kBase + (added[position] - items[position] * power_of_dropped);
  };
  const std::size_t last = num_windows_ - 1;  // beyond which nothing rolls
  const std::size_t num_in_lane = last / kLanes;
  std::array<std::uint64_t, kLanes> hashes;
  for (std::size_t lane = 0; lane < kLanes; ++lane) hashes[lane] = hash_at(lane * num_in_lane);
  for (std::size_t i = 0; i < num_in_lane; ++i) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const std::size_t position = lane * num_in_lane + i;
      use(lane, position, hashes[lane]);
      hashes[lane] = roll(hashes[lane], position);
    }
  }
  std::uint64_t hash = hashes[kLanes - 1];
  for (std::size_t position = kLanes * num_in_lane; position < last; ++position) {
    use(kLanes - 1, position, hash);
    hash = roll(hash, position);
  }
  use(kLanes - 1, last, hash);
}

// Takes the windows that may be repeated for candidates. Computing the hashes twice is faster than
// to keep them: most are thrown out. Each lane writes where its windows would all have room; then
// they move together.
template <typename Item>
void RepeatedWindows<Item>::start() {
  num_candidates_ = 0;
  if (num_windows_ == 0) return;
  if (candidates_.size() < num_windows_) candidates_.resize(num_windows_);
  filter_.clear(num_windows_);
  for_each_window([this](std::size_t, std::size_t, std::uint64_t hash) { filter_.add(hash); });
  const std::size_t num_in_lane = (num_windows_ - 1) / kLanes;
  std::array<Window*, kLanes> ends;
  for (std::size_t lane = 0; lane < kLanes; ++lane) ends[lane] = &candidates_[lane * num_in_lane];
  for_each_window([&](std::size_t lane, std::size_t position, std::uint64_t hash) {
    *ends[lane] = {hash, static_cast<std::uint32_t>(position)};
    ends[lane] += filter_.may_repeat(hash) ? 1 : 0;
  });
  Window* end = ends[0];
  for (std::size_t lane = 1; lane < kLanes; ++lane) {
    end = std::copy(&candidates_[lane * num_in_lane], ends[lane], end);
  }
  num_candidates_ = static_cast<std::size_t>(end - candidates_.data());
}

// From repeated windows to longer ones that may be repeated: those all of whose parts of the old
// size are. (Those of the others that are hashed too end before the last candidate does.)
template <typename Item>
void RepeatedWindows<Item>::lengthen(std::size_t num_added) {
  std::size_t num_kept = 0;
  for (std::size_t i = 0; i + num_added < num_candidates_; ++i) {
    auto [hash, position] = candidates_[i];
    for (const Item added : items_.subspan(position + size_ - num_added, num_added)) {
      hash = hash * kBase + added;
    }
    candidates_[num_kept] = {hash, position};
    num_kept += candidates_[i + num_added].position == position + num_added ? 1 : 0;
  }
  num_candidates_ = num_kept;
}

// Counts the candidates, and throws out those that occur once. Nearly all occur twice, so that half
// as many are different.
template <typename Item>
void RepeatedWindows<Item>::keep_repeated() {
  occurrences_.clear(num_candidates_ / 2);
  entry_of_candidate_.resize(num_candidates_);
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    occurrences_.prefetch(candidates_[std::min(i + kCandidatesAhead, num_candidates_ - 1)].hash);
    const auto [hash, position] = candidates_[i];
    entry_of_candidate_[i] = occurrences_.add(hash, position);
  }
  std::size_t num_kept = 0;
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    candidates_[num_kept] = candidates_[i];
    num_kept += occurrences_[entry_of_candidate_[i]].num_occurrences > 1 ? 1 : 0;
  }
  num_candidates_ = num_kept;
}

template class RepeatedWindows<char32_t>;
template class RepeatedWindows<std::uint64_t>;

}  // namespace tamis::text
