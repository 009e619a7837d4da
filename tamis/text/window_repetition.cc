#include "tamis/text/window_repetition.h"

#include "tamis/base/check.h"
#include "tamis/text/code_point_walk.h"

namespace tamis::text {
namespace {

// A window's hash is the polynomial of its code points in this number, modulo 2^64. Any odd number
// of mixed bits does. (The golden ratio, as of Knuth 6.4.)
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;

void decode(std::string_view text, std::vector<char32_t>& code_points) {
  code_points.resize(text.size());
  std::size_t num_decoded = 0;
  walk_code_points(
      text,
      [&](std::size_t c, std::size_t) { code_points[num_decoded++] = static_cast<char32_t>(c); },
      [&](char32_t c, std::size_t) { code_points[num_decoded++] = c; });
  code_points.resize(num_decoded);
}

}  // namespace

void WindowRepetition::count(std::string_view text, std::size_t num_code_points) {
  TAMIS_CHECK(num_code_points >= 1);
  decode(text, code_points_);
  hash_windows(num_code_points);
  count_repeated();
}

void WindowRepetition::hash_windows(std::size_t num_code_points) {
  hashes_.clear();
  if (code_points_.size() < num_code_points) return;
  hashes_.resize(code_points_.size() - num_code_points + 1);
  std::uint64_t hash = 0;
  std::uint64_t power_of_dropped = 1;
  for (std::size_t i = 0; i < num_code_points; ++i) {
    hash = hash * kBase + code_points_[i];
    power_of_dropped *= kBase;
  }
  hashes_[0] = hash;
  for (std::size_t i = 1; i < hashes_.size(); ++i) {
    const std::uint64_t change =
        code_points_[i + num_code_points - 1] - code_points_[i - 1] * power_of_dropped;
    hash = hash * kBase + change;
    hashes_[i] = hash;
  }
}

void WindowRepetition::count_repeated() {
  filter_.clear(hashes_.size());
  for (const std::uint64_t hash : hashes_) filter_.add(hash);
  candidates_.resize(hashes_.size());
  std::size_t num_candidates = 0;
  for (const std::uint64_t hash : hashes_) {
    candidates_[num_candidates] = hash;
    num_candidates += filter_.may_repeat(hash) ? 1 : 0;
  }
  candidates_.resize(num_candidates);

  table_.clear(num_candidates);
  for (const std::uint64_t hash : candidates_) table_.add(hash, 0);
  repeated_counts_.clear();
  num_repeated_ = 0;
  for (const OccurrenceTable::Entry& entry : table_.entries()) {
    if (entry.num_occurrences == 1) continue;
    repeated_counts_.push_back(entry.num_occurrences);
    num_repeated_ += entry.num_occurrences;
  }
  const auto num_repeated_distinct = static_cast<std::int64_t>(repeated_counts_.size());
  num_distinct_ = num_windows() - num_repeated_ + num_repeated_distinct;
}

}  // namespace tamis::text
