// Text to lines and paragraphs.
#pragma once

#include <string_view>
#include <vector>

namespace tamis::text {

// Replaces `lines` by the lines of `text`, ended by "\n" alone, without the "\n" and without a
// final empty line. Blank lines between others are lines: views into `text`.
void split_lines(std::string_view text, std::vector<std::string_view>& lines);

// `text` without the white space (ASCII, U+00A0, U+3000 and the other Zs) at both ends.
std::string_view trim(std::string_view text);

}  // namespace tamis::text
