// How a page shows an element, as far as its start tag tells: the rendering section of the WHATWG
// HTML standard and the element's own style, without style sheets.
#pragma once

#include "tamis/extract/html_tokenizer.h"

namespace tamis::extract {

// True for an element that the page does not show, or not at first. A box that is only invisible is
// shown by a script, as that of every article of WeChat.
bool is_hidden(const Token& start_tag);

// True for an element that its class places out of sight, for those who listen to the page.
bool is_for_screen_readers(const Token& start_tag);

// Start tags that no SVG holds: it ends before them (WHATWG HTML 13.2.6.5).
bool ends_svg(const Token& start_tag);

}  // namespace tamis::extract
