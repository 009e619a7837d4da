#include "tamis/text/edit_distance.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace tamis::text {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t distance_max) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > distance_max) return distance_max + 1;
  // Distances of heads of `a` (all, one byte shorter, two bytes shorter) to each head of `b`.
  std::vector<std::size_t> row(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> second_above(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    second_above.swap(above);
    above.swap(row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = above[j] + (a[i] != b[j]);
      row[j + 1] = std::min({replaced, row[j] + 1, above[j + 1] + 1});
      const bool is_swapped = i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
      if (is_swapped) row[j + 1] = std::min(row[j + 1], second_above[j - 1] + 1);
    }
    // A swap reaches back two rows.
    if (std::min(std::ranges::min(row), std::ranges::min(above)) > distance_max) {
      return distance_max + 1;
    }
  }
  return std::min(row.back(), distance_max + 1);
}

std::optional<std::string_view> closest(std::string_view name,
                                        std::span<const std::string_view> known) {
  std::optional<std::string_view> best;
  std::size_t distance_max = std::max<std::size_t>(1, (name.size() + 2) / 3);
  for (const std::string_view candidate : known) {
    const std::size_t distance = edit_distance(name, candidate, distance_max);
    if (distance > distance_max) continue;
    best = candidate;
    if (distance == 0) break;
    distance_max = distance - 1;
  }
  return best;
}

}  // namespace tamis::text
