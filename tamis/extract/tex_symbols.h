// Characters of formulas as TeX: U+03B1 is "\alpha", U+2264 is "\leq".
//
// Commands are those of LaTeX with amsmath and amssymb (the LaTeX Project's symbol lists; Unicode
// names by unicode-math).
#pragma once

#include <string>
#include <string_view>

namespace tamis::extract {

// Appends `text` to `out`, each character as TeX that shows it in a formula: known symbols as
// commands, letters of mathematical alphabets as \mathbf{x}, what is invisible as nothing, others
// as they are. Broken UTF-8 is left out.
void append_tex_symbols(std::string_view text, std::string& out);

// The same for text inside of \text{...}: only what TeX would read as markup is escaped.
void append_tex_text(std::string_view text, std::string& out);

// Appends TeX, behind a space if `out` ends with a command that would swallow its first letter.
void append_tex(std::string_view tex, std::string& out);

// True for the operators that TeX sets by their own command: "sin", "lim".
bool is_tex_function(std::string_view name);

}  // namespace tamis::extract
