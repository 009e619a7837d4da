// Guesses an encoding from bytes alone.
#pragma once

#include <string_view>

namespace tamis::text {

// The canonical name of the legacy encoding that the bytes look like, by letter statistics
// (uchardet) of a bounded sample; empty if they look like none.
std::string_view detect_encoding(std::string_view bytes);

// UTF-16LE or UTF-16BE if NUL bytes stand where ASCII in UTF-16 has them; else empty.
std::string_view detect_utf16(std::string_view bytes);

// True for bytes with more control characters than any text has.
bool is_binary(std::string_view bytes);

}  // namespace tamis::text
