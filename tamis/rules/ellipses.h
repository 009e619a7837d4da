// Counts marks in a text, above all ellipses, as the rules on symbols do.
#pragma once

#include <cstdint>
#include <string_view>

namespace tamis::rules {

// How often `mark` stands in `text`, from left to right without overlaps: Python's str.count().
// Requires: !mark.empty().
inline std::int64_t count_marks(std::string_view text, std::string_view mark) {
  std::int64_t num_found = 0;
  for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) {
    ++num_found;
  }
  return num_found;
}

inline constexpr std::string_view kJoinsEllipsesSummary =
    "Two U+2026 in a row are one Chinese ellipsis and count once; the published code counts two.";

// "..." and U+2026; if `joins`, a pair of the latter counts once.
inline std::int64_t count_ellipses(std::string_view text, bool joins) {
  const std::int64_t num_pairs = joins ? count_marks(text, "……") : 0;
  return count_marks(text, "...") + count_marks(text, "…") - num_pairs;
}

}  // namespace tamis::rules
