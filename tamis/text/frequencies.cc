#include "tamis/text/frequencies.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tamis::text {
namespace {

double rounded(double value) {
  constexpr double kPlaces = 1e8;
  return std::round(value * kPlaces) / kPlaces;
}

double c_ln_c(double count) { return count * std::log(count); }

constexpr std::size_t kSmall = 64;

// c ln c of the small counts.
const std::array<double, kSmall>& small_c_ln_c() {
  static const auto kTable = [] {
    std::array<double, kSmall> table = {};
    for (std::size_t count = 2; count < kSmall; ++count) {
      table[count] = c_ln_c(static_cast<double>(count));
    }
    return table;
  }();
  return kTable;
}

// The sum of c ln c over ascending counts: the order of the terms, and so the sum's last bit, does
// not depend on the order of the text. Most counts are small, and equal ones are one term; the
// others are moved to the front and sorted.
double sum_of_c_ln_c(std::span<std::uint32_t> counts) {
  // Lanes in turn: most counts are 1, and one counter would wait for its own last store.
  constexpr std::size_t kLanes = 4;
  std::array<std::array<std::uint32_t, kSmall>, kLanes> num_of = {};
  std::size_t num_large = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const std::uint32_t count = counts[i];
    if (count < kSmall) {
      ++num_of[i % kLanes][count];
    } else {
      counts[num_large++] = count;
    }
  }
  const std::array<double, kSmall>& terms = small_c_ln_c();
  double sum = 0;
  for (std::size_t count = 2; count < kSmall; ++count) {
    std::uint32_t num_equal = 0;
    for (const auto& lane : num_of) num_equal += lane[count];
    if (num_equal > 0) sum += num_equal * terms[count];
  }
  const auto large = counts.first(num_large);
  std::ranges::sort(large);
  for (const std::uint32_t count : large) sum += c_ln_c(count);
  return sum;
}

}  // namespace

Frequencies FrequencyCounter::of_code_points(const CodePointCounter& code_points) {
  counts_.clear();
  for (const std::uint32_t count : code_points.ascii()) {
    if (count > 0) counts_.push_back(count);
  }
  for (const CodePointCount& met : code_points.beyond_ascii()) {
    counts_.push_back(met.num_occurrences);
  }
  return summed();
}

Frequencies FrequencyCounter::of_words(std::span<const DistinctWord> words) {
  counts_.clear();
  for (const DistinctWord& word : words) counts_.push_back(word.num_occurrences);
  return summed();
}

Frequencies FrequencyCounter::summed() {
  Frequencies frequencies = {.num_distinct = static_cast<std::int64_t>(counts_.size())};
  if (counts_.empty()) return frequencies;
  for (const std::uint32_t count : counts_) frequencies.num_occurrences += count;
  const auto num_occurrences = static_cast<double>(frequencies.num_occurrences);
  frequencies.entropy =
      rounded(std::log(num_occurrences) - sum_of_c_ln_c(counts_) / num_occurrences);
  return frequencies;
}

}  // namespace tamis::text
