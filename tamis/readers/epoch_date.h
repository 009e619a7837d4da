// Dates that are numbers: seconds or milliseconds since 1970, as pandas and databases write them.
#pragma once

#include <cstdint>
#include <string>

namespace tamis::readers {

// "2024-03-05T10:15:30Z"; a year as it is; empty for a number that is no date of the years 1971 to
// 2199, of which it is not known what they count.
std::string date_of_number(std::int64_t number);

}  // namespace tamis::readers
