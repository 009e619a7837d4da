// Attributes of an element that was read before, read again: few are asked for, and only of what is
// kept.
#pragma once

#include <cstdint>
#include <string_view>

namespace tamis::extract {

// The page from the start tag on whose name is at `source` in it (Container::source).
std::string_view page_from_tag(std::string_view page, const char* source);

// The value of an attribute of the element whose start tag has its name at `source` in `page`
//; none with a null pointer. References stay as they are written.
// Tags are looked at for 1 KiB.
std::string_view attribute_at(std::string_view page, const char* source,
                              std::string_view lower_name);

// The same as a whole number from `least` to `most`; `initial` if it is none.
std::int64_t number_at(std::string_view page, const char* source, std::string_view lower_name,
                       std::int64_t initial, std::int64_t least, std::int64_t most);

}  // namespace tamis::extract
