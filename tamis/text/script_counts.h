// How many code points of each script a text has: one pass, for language and Chinese rules.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "tamis/text/letters.h"

namespace tamis::text {

struct ScriptCounts {
  std::array<std::int64_t, static_cast<std::size_t>(Script::kNumScripts)> letters = {};
  std::int64_t digits = 0;
  std::int64_t white_space = 0;
  std::int64_t others = 0;  // punctuation, symbols, marks, controls, invalid bytes

  std::int64_t of(Script script) const { return letters[static_cast<std::size_t>(script)]; }
  std::int64_t num_code_points() const;
};

ScriptCounts count_scripts(std::string_view text);

// The number of Han code points.
std::int64_t chinese_code_points(std::string_view text);

}  // namespace tamis::text
