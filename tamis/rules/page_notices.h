// What sites say to their visitors, in parts that stand in one sentence: "if this infringes", "tell
// us"; "log in", "to read the rest".
//
// A phrase for each way to say it would be a list without end, and each part alone is a word of any
// text. A notice is two to four groups of words that follow one another closely.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace tamis::rules {

struct PageNotice {
  static constexpr std::size_t kGroupsMax = 4;

  std::string_view groups[kGroupsMax];  // one word of each, in this order; spaces between words
  std::size_t gap_bytes_max = 0;        // between two groups
  bool ends_clause = false;             // no letter follows the last
};

inline constexpr std::size_t kNumPageNoticesMax = 64;
std::span<const PageNotice> page_notices();

// Words of laws, reports and manuals, which speak of such notices; spaces between.
std::string_view words_beside_no_notice();

}  // namespace tamis::rules
