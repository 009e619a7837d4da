// Where the parts of HTML end that are not markup inside: comments, <script>, <title> ...
// (WHATWG HTML, sections 13.2.5.2 to 13.2.5.31 and 13.2.5.43 to 13.2.5.53.)
#pragma once

#include <cstddef>
#include <string_view>

#include "tamis/extract/html_tag.h"

namespace tamis::extract {

// The position of the end tag that closes the raw text element whose content begins at `begin`;
// html.size() if there is none. A <script> that opens "<!--" and <script> again inside ends only
// after as many ends: the standard's "double escaped" states.
std::size_t find_raw_text_end(std::string_view html, std::size_t begin, Tag tag);

// The number of bytes of a comment's text; `comment` begins behind "<!--". npos if it never ends.
std::size_t find_comment_end(std::string_view comment);

}  // namespace tamis::extract
