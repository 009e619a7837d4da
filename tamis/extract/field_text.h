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

}  // namespace tamis::extract
