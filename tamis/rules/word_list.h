// Word lists: made into matchers, and measured by what they cover.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tamis/base/result.h"
#include "tamis/batch/passage.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {

// A matcher of the words of `file` (UTF-8, one a line, blank lines and lines that begin with #
// left out; an empty name is no file) and of `words`. An Error names the file, and says so if
// there is no word at all.
Result<text::WordMatcher> make_word_matcher(std::string_view file,
                                            std::span<const std::string> words);

// The share of the passage's code points that stand in words that the matcher finds.
double matched_code_point_ratio(const text::WordMatcher& matcher, const Passage& passage);

}  // namespace tamis::rules
