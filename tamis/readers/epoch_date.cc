#include "tamis/readers/epoch_date.h"

#include <fmt/core.h>

#include <chrono>

namespace tamis::readers {

std::string date_of_number(std::int64_t number) {
  constexpr std::int64_t kFirstSecond = 31'536'000, kEndSecond = 7'258'118'400;  // 1971 and 2200
  constexpr std::int64_t kFirstMillisecond = 315'532'800'000;  // 1980, behind 202403051230
  constexpr std::int64_t kFirstYear = 1000, kLastYear = 9999;
  if (kFirstYear <= number && number <= kLastYear) return std::to_string(number);
  const bool has_milliseconds = number >= kFirstMillisecond && number < kEndSecond * 1000;
  const std::int64_t seconds = has_milliseconds ? number / 1000 : number;
  if (seconds < kFirstSecond || seconds >= kEndSecond) return {};
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

}  // namespace tamis::readers
