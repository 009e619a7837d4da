// Text that Markdown shows as it is.
//
// As little is escaped as CommonMark 0.31 and GitHub's additions allow: language models read the
// marks, too. Formulas in TeX stay as they are, also those that the page has in its text.
#pragma once

#include <string>
#include <string_view>

namespace tamis::extract {

// Appends one line or several, not beginning with white space, as text of a paragraph. `before` and
// `after` it may stand code or formulas.
void append_escaped(std::string_view text, std::string& out);

// Puts a backslash before what would make the line that begins at `line_begin` of `markdown` a
// heading, item, quotation, rule or fence.
void escape_line_start(std::string& markdown, std::size_t line_begin);

// Text as inline code: between as many backticks as it needs.
void append_code(std::string_view code, std::string& out);

}  // namespace tamis::extract
