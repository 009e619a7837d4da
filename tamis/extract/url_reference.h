// Addresses as pages write them, made whole: RFC 3986, section 5.
#pragma once

#include <string>
#include <string_view>

namespace tamis::extract {

// `reference` as seen from `base`, without its fragment: "../b" from "http://a/x/y/z" is
// "http://a/x/b". Empty if that is no http or https address. `base` may be empty. Linear.
//
// Unlike the RFC, and like browsers: white space around a reference is none of it, and line breaks
// inside are taken out.
std::string resolve_url(std::string_view base, std::string_view reference);

}  // namespace tamis::extract
