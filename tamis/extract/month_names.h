// Names of months in the languages of Europe, Turkish, Arabic and Indonesian: "21. Januar 2022", "5
// de mayo de 2020", "3 марта 2019". Chinese, Japanese and Korean write numbers.
#pragma once

#include <optional>
#include <string_view>

namespace tamis::extract {

// 1 to 12 for the English name of a month, its first three letters or "sept", in any case.
std::optional<int> month_of_english_name(std::string_view word);

// The same for the other languages, which share names with English: whole names in the case that
// they have inside of a date, and what is usual for short ("janv", "Okt"). ASCII may have any case.
std::optional<int> month_of_foreign_name(std::string_view word);

}  // namespace tamis::extract
