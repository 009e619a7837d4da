// The encoding that a page declares in its own first bytes.
#pragma once

#include <string_view>

namespace tamis::text {

// The canonical name of what <meta charset>, <meta http-equiv> with a charset, or the XML
// declaration at the head of `page` says; empty if nothing known is said. The search is the
// WHATWG prescan (HTML, 13.2.3.2), but looks into 4,096 bytes instead of 1,024: pages are sloppy.
// As there, a <meta> that names UTF-16 means UTF-8: it could not be read otherwise.
std::string_view page_encoding(std::string_view page);

}  // namespace tamis::text
