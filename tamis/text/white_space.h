// White space and line ends as Python's str sees them: what the published rules are counted on.
//
// Python's str.isspace() holds of Unicode's White_Space and of the four information separators
// U+001C to U+001F; str.splitlines() ends a line at eleven different marks.
#pragma once

#include <string_view>
#include <vector>

namespace tamis::text {

bool is_python_space(char32_t code_point);

// str.strip(): `text` without the white space at both ends.
std::string_view strip(std::string_view text);
std::string_view strip_start(std::string_view text);
std::string_view strip_end(std::string_view text);

// str.split(): replaces `words` by the maximal runs of other code points, views into `text`.
void split_at_white_space(std::string_view text, std::vector<std::string_view>& words);

// str.splitlines(): replaces `lines`, without their ends; a final empty line is none. Lines end at
// \n, \r, \r\n, \v, \f, U+001C to U+001E, U+0085, U+2028 and U+2029.
void split_python_lines(std::string_view text, std::vector<std::string_view>& lines);

}  // namespace tamis::text
