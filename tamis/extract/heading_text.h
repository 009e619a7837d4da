// A heading or paragraph without what pages hang behind it for those who link to it or edit it.
#pragma once

#include <string_view>

namespace tamis::extract {

// "历史[编辑]" is "历史", a pilcrow or a "#" behind a heading nothing; "C#" stays.
std::string_view without_heading_tail(std::string_view heading);

// True for "[edit]" by itself, which MediaWiki puts beside a heading.
bool is_edit_tail(std::string_view text);

// Any text without the pilcrow behind it (RFCs, Sphinx), and the "[source]" in front of that, or
// the arrow that leads back from a note; empty if it is nothing else.
std::string_view without_pilcrow(std::string_view text);

}  // namespace tamis::extract
