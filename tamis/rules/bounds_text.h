// The bounds of a rule as people read them: "at least 50", "50 to 100".
#pragma once

#include <cmath>
#include <string>
#include <string_view>

#include "tamis/rules/rule.h"

namespace tamis::rules {

struct BoundsWording {
  std::string_view min = "at least ";
  std::string_view max = "at most ";
  std::string_view none;  // where any number is kept
};

// `write` makes a string of a number.
template <typename Write>
std::string bounds_text(const Bounds& bounds, const BoundsWording& wording, Write write) {
  const bool has_min = std::isfinite(bounds.min);
  const bool has_max = std::isfinite(bounds.max);
  if (has_min && has_max) return write(bounds.min) + " to " + write(bounds.max);
  if (has_min) return std::string(wording.min) + write(bounds.min);
  return has_max ? std::string(wording.max) + write(bounds.max) : std::string(wording.none);
}

}  // namespace tamis::rules
