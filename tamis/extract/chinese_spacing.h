// Chinese and Japanese are set without spaces: what parts words of other scripts, as the end of a
// line in a page's source, parts nothing between two of their characters.
//
// The segment break transformation of CSS Text 4 (section 4.1.3), for the scripts that it names:
// between characters of East Asian width a break goes, but never beside hangul.
#pragma once

#include <string_view>

namespace tamis::extract {

// True if no space belongs between `before` and `after`, which follows it: both touch with a
// character of Chinese or Japanese or a full-width mark; one of the two may be a mark that other
// scripts have, too, such as a quotation mark.
bool is_set_without_space(std::string_view before, std::string_view after);

}  // namespace tamis::extract
