#include "tamis/text/window_repetition.h"

#include "tamis/text/code_point_walk.h"

namespace tamis::text {

void WindowRepetition::set_text(std::string_view text) {
  code_points_.resize(text.size());
  std::size_t num_decoded = 0;
  walk_code_points(
      text,
      [&](std::size_t c, std::size_t) { code_points_[num_decoded++] = static_cast<char32_t>(c); },
      [&](char32_t c, std::size_t) { code_points_[num_decoded++] = c; });
  windows_.set_items(std::span(code_points_).first(num_decoded));
}

void WindowRepetition::count(std::size_t num_code_points) {
  windows_.find(num_code_points);
  const auto distinct = windows_.distinct();
  repeated_counts_.resize(distinct.size());
  std::size_t num_kept = 0;
  for (const OccurrenceTable::Entry& entry : distinct) {
    repeated_counts_[num_kept] = entry.num_occurrences;
    num_kept += entry.num_occurrences > 1 ? 1 : 0;
  }
  repeated_counts_.resize(num_kept);
}

}  // namespace tamis::text
