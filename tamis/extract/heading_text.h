// A heading without what pages hang behind it for those who link to it or edit it.
#pragma once

#include <string_view>

namespace tamis::extract {

// "历史[编辑]" is "历史", a pilcrow or a "#" behind a heading nothing; "C#" stays.
std::string_view without_heading_tail(std::string_view heading);

}  // namespace tamis::extract
