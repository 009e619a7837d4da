// Where two bytes stand side by side: "</" in a script, of which '<' alone is everywhere.
#pragma once

#include <cstddef>
#include <string_view>

namespace tamis::extract {

// The position from `begin` on of the first `first` with `second` or `other_second` behind it;
// npos if there is none. At the speed of memory.
std::size_t find_byte_pair(std::string_view bytes, std::size_t begin, char first, char second,
                           char other_second);

}  // namespace tamis::extract
