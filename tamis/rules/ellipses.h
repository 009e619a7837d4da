// Counts marks in a text, above all ellipses, as the rules on symbols do.
#pragma once

#include <cstddef>
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

// False if `text` has no ellipsis, its points side by side or with spaces between, as most texts:
// no point is followed, one byte between, by another, and nothing begins and ends as the sign.
inline bool may_have_ellipsis(std::string_view text) {
  constexpr std::size_t kBlockBytes = 64;
  const auto begins_at = [&](std::size_t i) {
    const bool are_points = (text[i] == '.') & (text[i + 2] == '.');
    const bool is_sign = (text[i] == '\xE2') & (text[i + 2] == '\xA6');
    return static_cast<unsigned char>(are_points | is_sign);
  };
  std::size_t i = 0;
  for (; i + kBlockBytes + 2 <= text.size(); i += kBlockBytes) {
    // Bytes without branches, so that the compiler uses vectors.
    unsigned char is_met = 0;
    for (std::size_t k = 0; k < kBlockBytes; ++k) is_met |= begins_at(i + k);
    if (is_met != 0) return true;
  }
  for (; i + 2 < text.size(); ++i) {
    if (begins_at(i) != 0) return true;
  }
  return false;
}

inline constexpr std::string_view kJoinsEllipsesSummary =
    "Two U+2026 in a row are one Chinese ellipsis and count once; the published code counts two.";

// "..." and U+2026; if `joins`, a pair of the latter counts once.
inline std::int64_t count_ellipses(std::string_view text, bool joins) {
  if (!may_have_ellipsis(text)) return 0;
  const std::int64_t num_pairs = joins ? count_marks(text, "……") : 0;
  return count_marks(text, "...") + count_marks(text, "…") - num_pairs;
}

}  // namespace tamis::rules
