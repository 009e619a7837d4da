// The value of one field that a page states of itself, made plain text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tamis/extract/character_references.h"

namespace tamis::extract {

// What a page says in one field is short; more than this is not looked at.
inline constexpr std::size_t kFieldBytesMax = 1024;

// Character references decoded as where it is written, white space as single spaces, none at the
// ends.
std::string field_text(std::string_view written, ReferenceContext context);

// Appends `text` with its white space as single spaces, none at the front of `out` or behind white
// space there, until `out` holds `num_bytes_max` bytes; no code point is cut. False if more came.
bool append_collapsed(std::string_view text, std::size_t num_bytes_max, std::string& out);

}  // namespace tamis::extract
