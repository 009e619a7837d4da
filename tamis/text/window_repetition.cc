#include "tamis/text/window_repetition.h"

#include <algorithm>
#include <array>

#include "tamis/base/check.h"
#include "tamis/text/code_point_walk.h"

namespace tamis::text {
namespace {

// A window's hash is the polynomial of its code points in this number, modulo 2^64. Any odd number
// of mixed bits does. (The golden ratio, as of Knuth 6.4.)
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

void WindowRepetition::set_text(std::string_view text) {
  size_ = 0;
  code_points_.resize(text.size() + 1);
  std::size_t num_decoded = 0;
  walk_code_points(
      text,
      [&](std::size_t c, std::size_t) { code_points_[num_decoded++] = static_cast<char32_t>(c); },
      [&](char32_t c, std::size_t) { code_points_[num_decoded++] = c; });
  code_points_[num_decoded] = 0;
  code_points_.resize(num_decoded + 1);
}

void WindowRepetition::count(std::size_t num_code_points) {
  TAMIS_CHECK(num_code_points >= 1);
  if (num_code_points == size_) return;
  const std::size_t last_size = size_;
  const std::size_t num_in_text = code_points_.size() - 1;
  size_ = num_code_points;
  num_windows_ = static_cast<std::int64_t>(num_in_text - std::min(num_in_text, size_ - 1));
  if (last_size == 0 || size_ < last_size || size_ - last_size > kMostAdded) {
    start();
  } else {
    lengthen(size_ - last_size);
  }
  keep_repeated();
  sum_up();
}

std::uint64_t WindowRepetition::hash_at(std::size_t position) const {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < size_; ++i) hash = hash * kBase + code_points_[position + i];
  return hash;
}

// Calls use(position, hash) for all windows, in an order of its own.
template <typename Use>
void WindowRepetition::for_each_window(Use use) const {
  const char32_t* const code_points = code_points_.data();
  const char32_t* const added = code_points + size_;
  const std::uint64_t power_of_dropped = power(kBase, size_);
  const auto roll = [=](std::uint64_t hash, std::size_t position) {
    return hash * kBase + (added[position] - code_points[position] * power_of_dropped);
  };
  const auto num_windows = static_cast<std::size_t>(num_windows_);
  const std::size_t num_in_lane = num_windows / kLanes;
  std::array<std::uint64_t, kLanes> hashes;
  for (std::size_t lane = 0; lane < kLanes; ++lane) hashes[lane] = hash_at(lane * num_in_lane);
  for (std::size_t i = 0; i < num_in_lane; ++i) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const std::size_t position = lane * num_in_lane + i;
      use(position, hashes[lane]);
      hashes[lane] = roll(hashes[lane], position);
    }
  }
  std::uint64_t hash = hashes[kLanes - 1];
  for (std::size_t position = kLanes * num_in_lane; position < num_windows; ++position) {
    use(position, hash);
    hash = roll(hash, position);
  }
}

// Takes the windows of the text that may be repeated for candidates. Computing the hashes twice is
// faster than to keep them: most are thrown out.
void WindowRepetition::start() {
  num_candidates_ = 0;
  if (num_windows_ == 0) return;
  const auto num_windows = static_cast<std::size_t>(num_windows_);
  if (candidates_.size() < num_windows) candidates_.resize(num_windows);
  filter_.clear(num_windows);
  for_each_window([this](std::size_t, std::uint64_t hash) { filter_.add(hash); });
  std::size_t num_candidates = 0;
  Candidate* const candidates = candidates_.data();
  for_each_window([&](std::size_t position, std::uint64_t hash) {
    candidates[num_candidates] = {hash, static_cast<std::uint32_t>(position)};
    num_candidates += filter_.may_repeat(hash) ? 1 : 0;
  });
  num_candidates_ = num_candidates;
}

// From repeated windows to longer ones that may be repeated: those that begin with one.
void WindowRepetition::lengthen(std::size_t num_added) {
  std::size_t num_kept = 0;
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    auto [hash, position] = candidates_[i];
    if (position >= static_cast<std::size_t>(num_windows_)) continue;
    const char32_t* added = &code_points_[position + size_ - num_added];
    for (std::size_t k = 0; k < num_added; ++k) hash = hash * kBase + added[k];
    candidates_[num_kept++] = {hash, position};
  }
  num_candidates_ = num_kept;
}

// Counts the candidates, and throws out those that occur once.
void WindowRepetition::keep_repeated() {
  occurrences_.clear(num_candidates_);
  entry_of_candidate_.resize(num_candidates_);
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    occurrences_.prefetch(candidates_[std::min(i + kCandidatesAhead, num_candidates_ - 1)].hash);
    entry_of_candidate_[i] = occurrences_.add(candidates_[i].hash, candidates_[i].position);
  }
  std::size_t num_kept = 0;
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    candidates_[num_kept] = candidates_[i];
    num_kept += occurrences_[entry_of_candidate_[i]].num_occurrences > 1 ? 1 : 0;
  }
  num_candidates_ = num_kept;
}

void WindowRepetition::sum_up() {
  repeated_counts_.clear();
  for (const OccurrenceTable::Entry& entry : occurrences_.entries()) {
    if (entry.num_occurrences > 1) repeated_counts_.push_back(entry.num_occurrences);
  }
  num_repeated_ = static_cast<std::int64_t>(num_candidates_);
  num_distinct_ = num_windows_ - num_repeated_ + static_cast<std::int64_t>(repeated_counts_.size());
}

}  // namespace tamis::text
