#include "tamis/text/edit_distance.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace tamis::text {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t distance_max) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > distance_max) return distance_max + 1;
  std::vector<std::size_t> row(b.size() + 1);  // distances of a's head to each head of b
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
    if (std::ranges::min(row) > distance_max) return distance_max + 1;
  }
  return std::min(row.back(), distance_max + 1);
}

std::optional<std::string_view> closest(std::string_view name,
                                        std::span<const std::string_view> known) {
  std::optional<std::string_view> best;
  std::size_t distance_max = std::max<std::size_t>(1, name.size() / 3);
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
