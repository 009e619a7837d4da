// The marks that end sentences, of all scripts.
#pragma once

#include <string_view>

namespace tamis::text {

// Unicode's Sentence_Terminal (". ! ?", U+3002, U+FF01, U+FF1F ...) and the Khmer signs: the set
// by which datatrove and FineWeb tell whether a line ends as a sentence does. No ellipsis, no
// colon, no quotation mark.
bool is_terminal_mark(char32_t code_point);

// True if the last code point of `text` is one.
bool ends_with_terminal_mark(std::string_view text);

// `text` without what closes behind its last mark: quotation marks, brackets, and what points to a
// note ("[1]", "[citation needed]", "¹", "①", "†"), with white space between them. Linear.
std::string_view without_closers(std::string_view text);

}  // namespace tamis::text
