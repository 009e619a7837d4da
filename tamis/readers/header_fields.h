// "Name: value" lines as WARC and HTTP heads have them (RFC 9112, section 5).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tamis::readers {

// Without spaces, tabs and line ends at both ends.
std::string_view trim_blanks(std::string_view text);

// The size of the empty line at the start of `text`, 0 if there is none. "\r\r\n" counts: archives
// that went through a text mode have it.
std::size_t empty_line_bytes(std::string_view text);

// How many bytes of line breaks `text` starts with.
std::size_t line_break_bytes(std::string_view text);

// Replaces `unfolded` by `head` with each line that continues another (it begins with a space
// or tab) joined to it.
void unfold_fields(std::string_view head, std::string& unfolded);

// The value of the first field of that name, empty if there is none.
std::string_view find_field(std::string_view head, std::string_view name);

// The same, and moves `head` behind it: to its end if there is none. So that a caller sees the
// values of all fields of a name, which together are one list (RFC 9110, section 5.3).
std::string_view take_field(std::string_view& head, std::string_view name);

}  // namespace tamis::readers
