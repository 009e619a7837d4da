// The rules on pieces that stood in the document before: their parameter, and the number.
#pragma once

#include <cstdint>
#include <string_view>

#include "tamis/rules/rule.h"
#include "tamis/text/lines.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {

struct RepeatedPieceParams {
  std::int64_t code_points_min = 40;
};

inline constexpr ParamSpec kRepeatedPieceParams[] = {
    param<&RepeatedPieceParams::code_points_min>("code_points_min",
                                                 "A shorter one may stand as often as it likes."),
};

// How many equal pieces stood before this one; 0 of a short one.
inline double num_repeats(const Passage& passage, const RepeatedPieceParams& params) {
  const auto num_code_points =
      static_cast<std::int64_t>(text::count_code_points(text::trim(passage.text())));
  if (num_code_points < params.code_points_min) return 0;
  return static_cast<double>(passage.num_earlier_equals());
}

}  // namespace tamis::rules
