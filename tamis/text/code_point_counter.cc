#include "tamis/text/code_point_counter.h"

#include <algorithm>
#include <utility>

#include "tamis/text/code_point_walk.h"

namespace tamis::text {

CodePointCounter::CodePointCounter() : page_of_(kNumCodePoints / kPageSize), pages_(kPageSize) {}

// Page 0 stays empty.
inline std::uint32_t& CodePointCounter::counter_of(char32_t code_point) {
  std::uint16_t& page = page_of_[code_point / kPageSize];
  if (page == 0) {
    page = static_cast<std::uint16_t>(pages_.size() / kPageSize);
    pages_.resize(pages_.size() + kPageSize);
  }
  return pages_[page * kPageSize + code_point % kPageSize];
}

void CodePointCounter::count(std::string_view text) {
  std::array<std::array<std::uint32_t, 128>, 4> ascii = {};
  // Room for one that does not count: code points are written before it is known whether they are
  // new, which nobody can guess in a short Chinese text.
  const std::size_t num_met_max = std::min<std::size_t>(text.size() / 2, kNumCodePoints) + 1;
  if (met_.size() < num_met_max) met_.resize(num_met_max);
  std::size_t num_met = 0;
  walk_code_points(
      text, [&](std::size_t c, std::size_t lane) { ++ascii[lane][c]; },
      [&](char32_t c) {
        met_[num_met].code_point = c;
        num_met += counter_of(c)++ == 0 ? 1 : 0;
      });
  num_met_ = num_met;
  for (std::size_t c = 0; c < 128; ++c) {
    ascii_[c] = ascii[0][c] + ascii[1][c] + ascii[2][c] + ascii[3][c];
  }
  for (CodePointCount& met : std::span(met_).first(num_met_)) {
    met.num_occurrences = std::exchange(counter_of(met.code_point), 0);
  }
}

}  // namespace tamis::text
