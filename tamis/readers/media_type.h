// Media types: what a payload says it is, and what its first bytes show (WHATWG MIME Sniffing).
#pragma once

#include <string>
#include <string_view>

namespace tamis::readers {

// "Text/HTML; charset=x" to "text/html".
std::string media_type(std::string_view content_type);

// The charset parameter without quotes, empty if there is none.
std::string_view charset_of(std::string_view content_type);

// What bytes without a media type are: "text/html", "text/plain", or empty for anything else.
std::string_view sniff_media_type(std::string_view bytes);

}  // namespace tamis::readers
