// The months in the languages of Europe, Turkish and Indonesian, in which pages write dates with a
// name: "21. Januar 2022", "5 de mayo de 2020", "3 марта 2019". Chinese, Japanese and Korean write
// numbers.
#pragma once

#include <optional>
#include <string_view>

namespace tamis::extract {

// 1 to 12 for a name of a month, whole or cut off behind three letters or more ("janv"), in the
// case that it has inside of a date. ASCII may have any case.
std::optional<int> month_of_name(std::string_view word);

// The same for English alone, the only language that writes the month first.
std::optional<int> month_of_english_name(std::string_view word);

}  // namespace tamis::extract
