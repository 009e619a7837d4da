// Lines of programs, of their output and of what is typed into them, by their marks.
#pragma once

#include <string_view>

namespace tamis::text {

// True if `line` is indented by two spaces or a tab, begins as what is typed at a prompt, or has a
// mark that prose seldom has, or a mark inside of a word, for every twelve bytes. Prose without
// addresses has one for thirty and more. Linear.
bool looks_like_code(std::string_view line);

}  // namespace tamis::text
