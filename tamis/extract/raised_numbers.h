// What a raised number is to the text before it: a power ("2<sup>10</sup>"), cents of a price
// ("$29<sup>95</sup>"), or the number of a note.
#pragma once

#include <string_view>

namespace tamis::extract {

// "6", "-12", with a minus or a dash for the sign too.
bool is_exponent(std::string_view text);

// "2", "1, 3-5": what stands in the links to notes.
bool is_note_number(std::string_view text);

// Whether `raised` are notes to a text that ends with a number, which they would be read as a part
// of: several ("2019<sup>1,2</sup>"), or one behind the mark of a clause ("in 2020,<sup>4</sup>").
bool are_notes_of_number(std::string_view text, std::string_view raised);

// What plain text has between `text` and `number`, which is raised behind it: '^' before an
// exponent, '.' before cents, ' ' before a fraction; '\0' if nothing, as behind words, which have
// notes.
char mark_of_raised(std::string_view text, std::string_view number);

}  // namespace tamis::extract
