#include "tamis/text/window_repetition.h"

#include "tamis/text/code_point_walk.h"

namespace tamis::text {

void WindowRepetition::set_text(std::string_view text) {
  code_points_.resize(text.size());
  std::size_t num_decoded = 0;
  walk_code_points(
      text,
      [&](std::size_t c, std::size_t) {
        code_points_[num_decoded++] = static_cast<std::uint32_t>(c);
      },
      [&](char32_t c) { code_points_[num_decoded++] = c; });
  windows_.set_items(std::span(code_points_).first(num_decoded));
}

void WindowRepetition::count(std::size_t num_code_points) {
  windows_.find(num_code_points);
  repeated_counts_.clear();
  for (const RepeatedWindows::Repeat& repeat : windows_.repeats()) {
    repeated_counts_.push_back(repeat.num_occurrences);
  }
}

}  // namespace tamis::text
