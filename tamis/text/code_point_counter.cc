#include "tamis/text/code_point_counter.h"

#include <utility>

#include "tamis/text/code_point_walk.h"

namespace tamis::text {

CodePointCounter::CodePointCounter() : page_of_(0x110000 / kPageSize), pages_(kPageSize) {}

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
  beyond_ascii_.clear();
  walk_code_points(
      text, [&](std::size_t c, std::size_t lane) { ++ascii[lane][c]; },
      [&](char32_t c, std::size_t) {
        if (counter_of(c)++ == 0) beyond_ascii_.push_back({c, 0});
      });
  for (std::size_t c = 0; c < 128; ++c) {
    ascii_[c] = ascii[0][c] + ascii[1][c] + ascii[2][c] + ascii[3][c];
  }
  for (CodePointCount& met : beyond_ascii_) {
    met.num_occurrences = std::exchange(counter_of(met.code_point), 0);
  }
}

}  // namespace tamis::text
