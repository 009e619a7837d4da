#include "tamis/text/repeated_windows.h"

#include <algorithm>

#include "tamis/base/check.h"
#include "tamis/text/window_hashes.h"

namespace tamis::text {
namespace {

// Windows longer by more are found anew: each candidate would be hashed on for so many steps.
constexpr std::size_t kMostAdded = 16;

// If so few candidates are left, and one of so many windows, then most have passed by mistake.
constexpr std::size_t kFewCandidates = 1024;
constexpr std::size_t kWindowsPerMistake = 5;

// Any odd number of mixed bits. (The golden ratio, as of Knuth 6.4.)
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;

}  // namespace

void RepeatedWindows::set_items(std::span<const std::uint32_t> items) {
  items_ = items;
  size_ = 0;
}

void RepeatedWindows::find(std::size_t size) {
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

// Takes the windows that may be repeated for candidates.
void RepeatedWindows::start() {
  num_candidates_ = 0;
  if (num_windows_ == 0) return;
  hash_windows(items_, size_, HashHalf::kHigh, halves_);
  filter_.find_repeated(halves_, positions_);
  num_candidates_ = positions_.size();
  if (hashes_.size() < num_candidates_) hashes_.resize(num_candidates_);
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    hashes_[i] = std::uint64_t{halves_[positions_[i]]} << 32;
  }
  hash_windows(items_, size_, HashHalf::kLow, halves_);
  for (std::size_t i = 0; i < num_candidates_; ++i) hashes_[i] |= halves_[positions_[i]];
  if (num_candidates_ <= std::min(kFewCandidates, num_windows_ / kWindowsPerMistake)) sieve_again();
}

// Asks the sieve by the other half of the hashes: of those that passed by mistake, few do so twice.
void RepeatedWindows::sieve_again() {
  halves_.resize(num_candidates_);
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    halves_[i] = static_cast<std::uint32_t>(hashes_[i]);
  }
  filter_.find_repeated(halves_, passed_);
  num_candidates_ = passed_.size();
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    positions_[i] = positions_[passed_[i]];
    hashes_[i] = hashes_[passed_[i]];
  }
}

// From repeated windows to longer ones that may be repeated: those all of whose parts of the old
// size are. These are few where many items are added, and only they are hashed.
void RepeatedWindows::lengthen(std::size_t num_added) {
  std::size_t num_kept = 0;
  for (std::size_t i = 0; i + num_added < num_candidates_; ++i) {
    const std::uint32_t position = positions_[i];
    hashes_[num_kept] = hashes_[i];
    const bool is_kept = positions_[i + num_added] == position + num_added;
    positions_[num_kept] = position;
    num_kept += is_kept ? 1 : 0;
  }
  num_candidates_ = num_kept;
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    const std::uint32_t* const added = &items_[positions_[i] + size_ - num_added];
    std::uint64_t hash = hashes_[i];
    for (std::size_t k = 0; k < num_added; ++k) hash = ((hash ^ hash >> 32) + added[k]) * kBase;
    hashes_[i] = hash;
  }
}

// Counts the candidates, and throws out those that occur once. Nearly all occur twice, so that half
// as many are different.
void RepeatedWindows::keep_repeated() {
  occurrences_.count(std::span(hashes_).first(num_candidates_), num_candidates_ / 4);
  const std::span<const std::uint32_t> group_of = occurrences_.group_of();
  // Room for one that does not count, behind one for each two.
  if (repeats_.size() <= num_candidates_ / 2) repeats_.resize(num_candidates_ / 2 + 1);
  Repeat* repeat = repeats_.data();
  std::uint32_t* position = positions_.data();
  std::uint64_t* hash = hashes_.data();
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    const OccurrenceRounds::Group& group = occurrences_[group_of[i]];
    const unsigned is_repeated = group.num_occurrences > 1 ? 1 : 0;
    const unsigned is_first = group.first_position == i ? 1 : 0;
    *repeat = {positions_[i], group.num_occurrences};
    repeat += is_repeated & is_first;
    *position = positions_[i];
    *hash = hashes_[i];
    position += is_repeated;
    hash += is_repeated;
  }
  num_candidates_ = static_cast<std::size_t>(position - positions_.data());
  num_repeats_ = static_cast<std::size_t>(repeat - repeats_.data());
}

}  // namespace tamis::text
