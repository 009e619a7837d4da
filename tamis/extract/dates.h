// Dates as pages write them, to ISO 8601.
//
// "2023-05-01T12:30:00+08:00", "2023/5/1 12:30", "2023年5月1日 下午2:30", "二〇二三年五月一日",
// "May 1, 2023 2:30 PM", "1 May 2023 12:30:00 GMT", "1. Mai 2023" and others (month_names.h),
// "25/03/2024", "01.03.2024". Numbers as in "5/1/2023" mean two days and are left alone.
#pragma once

#include <string>
#include <string_view>

namespace tamis::extract {

// The first date in `text`, with its time and zone if they follow: "2023-05-01",
// "2023-05-01T12:30", "2023-05-01T12:30:00+08:00". Empty if there is none. Linear.
std::string find_date(std::string_view text);

// Whether a date, with its time if it has one, is all of `text`.
bool is_date(std::string_view text);

// The date in a URL's path: "/2020/01/31/", "/2020-01-31/", "/20200131/", "/202001/t20200131_".
std::string find_url_date(std::string_view url);

}  // namespace tamis::extract
