// Lines of prose, which speak of what pages say of themselves.
#pragma once

#include <string_view>

#include "tamis/text/affixes.h"
#include "tamis/text/lines.h"

namespace tamis::rules {

// True if the line ends as a sentence does.
inline bool is_prose_line(std::string_view line) {
  static constexpr std::string_view kEnds[] = {"。", "！", "？", "”", "；"};
  return text::ends_with_any(text::trim(line), kEnds);
}

}  // namespace tamis::rules
