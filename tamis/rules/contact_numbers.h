// Telephone and account numbers, as advertisements write them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tamis/batch/passage.h"

namespace tamis::rules {

// Appends the numbers of `text` that are there to be rung or added, in order: mobile numbers
// (1[3-9] and nine digits, also behind +86), service numbers (400 or 800 and seven), land lines
// with an area code, seven to twelve digits that are called a telephone number ("电话：", "热线 "),
// and digits behind an account's name ("QQ: 12345"). Digits may be full-width, circled or otherwise
// disguised, and stand in groups or one by one; amounts, dates, ISBNs and identity numbers are left
// alone. Linear.
void find_contact_numbers(std::string_view text, std::vector<Span>& numbers);

// How many bytes at the start of `text` are a mobile number in Chinese numerals: 一三八零零一三八…
std::size_t spelt_mobile_bytes(std::string_view text);

// The first byte of `text` from `start` on that is a digit's, ASCII or full-width; its size if
// there is none. Looks at 32 bytes at once.
std::size_t find_digit(std::string_view text, std::size_t start);

}  // namespace tamis::rules
