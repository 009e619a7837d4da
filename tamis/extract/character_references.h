// "&amp;", "&#20013;", "&eacute": from references to the characters that they stand for.
//
// WHATWG HTML, section 13.2.5.72 on: the longest name wins, 106 old names need no semicolon,
// numbers of the C1 controls mean windows-1252, and what is no reference stays as it is.
#pragma once

#include <string>
#include <string_view>

namespace tamis::extract {

// In an attribute's value an old name without semicolon is none if a letter, digit or '=' follows
// it: "?a=1&copy=2" is a URL.
enum class ReferenceContext { kText, kAttribute };

// Appends `text` to `out` with its character references replaced. Linear: a name is followed for
// 32 bytes at most.
void append_decoded(std::string_view text, ReferenceContext context, std::string& out);

}  // namespace tamis::extract
