// The "special characters" that Data-Juicer counts, and strips off words.
//
// Its set goes back to BigScience's filters of OSCAR: ASCII but its letters, emoji, and some 170
// characters that the authors met too often on bad pages: marks and symbols mostly, and letters
// such as U+0413 or U+4E00 that served as bullets there.
#pragma once

namespace tamis::text {

// Searches; loops over text ask letter_table() for Traits::kSpecial.
bool is_special_character(char32_t code_point);

}  // namespace tamis::text
