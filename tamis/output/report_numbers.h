// Numbers as people read them, in the reports. English, whatever the machine's locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tamis/rules/rule.h"

namespace tamis::output {

// "12,345"
std::string grouped(std::int64_t number);

// "34.5 MB"; decimal units.
std::string readable_bytes(std::int64_t num_bytes);

// "12.3 %". Neither 0 % nor 100 % unless it is exactly that; a dash if there is no whole.
std::string readable_share(std::int64_t part, std::int64_t whole);

// What a rule measured, to four digits and to the unit: "0.0417", "12,345"; a dash for
// not-a-number.
std::string readable_number(double number);

// For axes: "0.25", "500", "20k".
std::string short_number(double number);

// "at least 50", "50 to 100,000", "any number".
std::string readable_bounds(const rules::Bounds& bounds);

// "1 document", "2 documents".
std::string counted(std::int64_t number, std::string_view noun);

}  // namespace tamis::output
