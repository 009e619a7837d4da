// How many words and lines a text can be split into, whatever the kind: what splitting may cost.
#pragma once

#include <cstdint>
#include <string_view>

namespace tamis::text {

struct TextExtent {
  std::int64_t num_words = 0;
  std::int64_t num_lines = 0;
};

// Words are runs of letters and digits; each Han or kana character and each mark counts as one, as
// some kinds of splitting (word_kind.h) take it. Lines end as in Python's splitlines().
TextExtent measure_extent(std::string_view text);

}  // namespace tamis::text
