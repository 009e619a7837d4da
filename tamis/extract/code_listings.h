// Listings of code in a page: what stands in them and is no code, and the language they are in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tamis/extract/html_tokenizer.h"

namespace tamis::extract {

// True for an inline start tag inside of <pre> whose element numbers a line or copies the listing.
bool is_code_furniture(const Token& token);

// True for a box of code that is no <pre>: of Discuz! ("blockcode"), SyntaxHighlighter 1 (<ol
// class="dp-c">), and GitHub's table of a file's lines. `classes`: its class.
bool is_listing_box(Tag tag, std::string_view classes);

// How many lines a block's text has.
std::ptrdiff_t num_lines(std::string_view text);

// True for a text that a page shows beside a listing: a column of line numbers, "Copy".
bool is_line_numbers(std::string_view text);
bool is_copy_label(std::string_view text);

// Takes the numbers away from `text`, from `begin` on a listing, if each of its lines begins with
// its own: "1 int f() {", "2   return 0;", "3 }" (cnblogs). A list of numbered things, which all
// begin at the same place, is none, unless its numbers are padded to stand below each other.
void remove_line_numbers(std::string& text, std::size_t begin);

// Appends a listing that stands in a line: line breaks and the white space around become one space.
void append_in_one_line(std::string_view code, std::string& out);

}  // namespace tamis::extract
