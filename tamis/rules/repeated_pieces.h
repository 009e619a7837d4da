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

inline constexpr std::string_view kShortPieceText = "A shorter one may stand as often as it likes.";

inline constexpr ParamSpec kRepeatedPieceParams[] = {
    param<&RepeatedPieceParams::code_points_min>("code_points_min", kShortPieceText),
};

// How many equal pieces stood before this one; 0 of a short one.
inline double num_repeats(const Passage& passage, const RepeatedPieceParams& params) {
  const std::string_view piece = text::trim(passage.text());
  const auto num_bytes = static_cast<std::int64_t>(piece.size());
  const bool is_short =
      num_bytes < params.code_points_min ||  // it has no more code points than bytes
      static_cast<std::int64_t>(text::count_code_points(piece)) < params.code_points_min;
  if (is_short) return 0;
  return static_cast<double>(passage.num_earlier_equals());
}

}  // namespace tamis::rules
