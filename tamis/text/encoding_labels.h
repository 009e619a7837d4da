// The names of encodings: what a label on a page or in a header means.
#pragma once

#include <string_view>

namespace tamis::text {

// The canonical name of an encoding label ("GB2312" -> "GB18030"), or empty for a label that
// nobody knows. The view is static. Labels mean what the WHATWG Encoding Standard makes of them,
// so that gbk is GB18030 and iso-8859-1 is windows-1252.
std::string_view canonical_encoding(std::string_view label);

// The name that iconv has for a canonical encoding; empty if there is none. Static.
const char* iconv_name(std::string_view encoding);

}  // namespace tamis::text
