// Faces made of letters and marks: :-) and ^_^ and (╯°□°)╯.
#pragma once

#include <cstddef>
#include <string_view>

namespace tamis::text {

// The bytes of the face that begins at text[at], 0 if there is none. Careful rather than
// complete: f(x), 12:00), "(注:)" and D: in an examination are no faces. Looks at most some dozen
// characters around `at`. Requires: at < text.size().
std::size_t num_kaomoji_bytes(std::string_view text, std::size_t at);

}  // namespace tamis::text
