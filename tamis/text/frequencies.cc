#include "tamis/text/frequencies.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "tamis/text/code_point_walk.h"

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
  std::array<std::uint32_t, kSmall> num_of = {};
  std::size_t num_large = 0;
  for (const std::uint32_t count : counts) {
    if (count < kSmall) {
      ++num_of[count];
    } else {
      counts[num_large++] = count;
    }
  }
  const std::array<double, kSmall>& terms = small_c_ln_c();
  double sum = 0;
  for (std::size_t count = 2; count < kSmall; ++count) sum += num_of[count] * terms[count];
  const auto large = counts.first(num_large);
  std::ranges::sort(large);
  for (const std::uint32_t count : large) sum += c_ln_c(count);
  return sum;
}

}  // namespace

FrequencyCounter::FrequencyCounter() : page_of_(0x110000 / kPageSize), pages_(kPageSize) {}

// Page 0 stays empty.
inline std::uint32_t& FrequencyCounter::counter_of(char32_t code_point) {
  std::uint16_t& page = page_of_[code_point / kPageSize];
  if (page == 0) {
    page = static_cast<std::uint16_t>(pages_.size() / kPageSize);
    pages_.resize(pages_.size() + kPageSize);
  }
  return pages_[page * kPageSize + code_point % kPageSize];
}

Frequencies FrequencyCounter::of_code_points(std::string_view text) {
  std::array<std::array<std::uint32_t, 128>, 4> ascii = {};
  beyond_ascii_.clear();
  walk_code_points(
      text, [&](std::size_t c, std::size_t lane) { ++ascii[lane][c]; },
      [&](char32_t c, std::size_t) {
        if (counter_of(c)++ == 0) beyond_ascii_.push_back({c, 0});
      });
  counts_.clear();
  for (std::size_t c = 0; c < 128; ++c) {
    const std::uint32_t count = ascii[0][c] + ascii[1][c] + ascii[2][c] + ascii[3][c];
    if (count > 0) counts_.push_back(count);
  }
  for (CodePointCount& met : beyond_ascii_) {
    met.num_occurrences = std::exchange(counter_of(met.code_point), 0);
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
