#include "tamis/extract/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <optional>

#include "tamis/extract/ascii.h"
#include "tamis/extract/date_numbers.h"
#include "tamis/extract/month_names.h"

namespace tamis::extract {
namespace {

// The web is younger than the first year; a page of the last has a misprint.
constexpr int kYearMin = 1990;
constexpr int kYearMax = 2099;

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
};

bool is_valid(const Date& date) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.year < kYearMin || date.year > kYearMax) return false;
  if (date.month < 1 || date.month > 12) return false;
  const bool is_leap_day = date.month == 2 && date.day == 29 && date.year % 4 == 0;
  return is_leap_day ||
         (date.day >= 1 && date.day <= kDays[static_cast<std::size_t>(date.month - 1)]);
}

using MonthOfName = std::optional<int> (*)(std::string_view word);

// Reads from the front of a text; what it cannot read it leaves.
class Cursor {
 public:
  explicit Cursor(std::string_view rest) : rest_(rest) {}

  std::string_view rest() const { return rest_; }

  bool skip(std::string_view bytes) {
    if (!rest_.starts_with(bytes)) return false;
    rest_.remove_prefix(bytes.size());
    return true;
  }

  bool skip_any_of(std::string_view bytes) {
    if (rest_.empty() || bytes.find(rest_.front()) == bytes.npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool skip_ignoring_case(std::string_view lower) {
    if (!starts_with_ignoring_case(rest_, lower)) return false;
    rest_.remove_prefix(lower.size());
    return true;
  }

  void skip_spaces() {
    while (skip_any_of(" \t\n")) {
    }
  }

  // A run of digits of exactly that many; nothing otherwise.
  std::optional<int> number(std::size_t num_digits_min, std::size_t num_digits_max) {
    std::size_t end = 0;
    int value = 0;
    while (end < rest_.size() && end <= num_digits_max && is_ascii_digit(rest_[end])) {
      value = value * 10 + (rest_[end++] - '0');
    }
    if (end < num_digits_min || end > num_digits_max) return std::nullopt;
    rest_.remove_prefix(end);
    return value;
  }

  // A month's name, with or without a full stop, as `month_of` knows them (month_names.h).
  std::optional<int> month(MonthOfName month_of) {
    std::size_t end = 0;
    while (end < rest_.size() && (is_ascii_letter(rest_[end]) || !is_ascii(rest_[end]))) ++end;
    const std::optional<int> month = month_of(rest_.substr(0, end));
    if (!month) return std::nullopt;
    rest_.remove_prefix(end);
    skip(".");
    return month;
  }

 private:
  std::string_view rest_;
};

// What is written behind year, month and day in Chinese, Japanese and Korean.
struct Units {
  std::string_view year;
  std::string_view month;
  std::array<std::string_view, 3> days;
};
constexpr Units kUnits[] = {{"年", "月", {"日", "号", "號"}}, {"년", "월", {"일"}}};

// What follows a year: "年5月1日", " 年 5 月 1 日", "년 5월 1일".
std::optional<Date> read_units(Cursor& cursor, int year) {
  for (const Units& units : kUnits) {
    Cursor behind = cursor;
    behind.skip(" ");
    if (!behind.skip(units.year)) continue;
    behind.skip_spaces();
    const auto month = behind.number(1, 2);
    behind.skip_spaces();
    if (!month || !behind.skip(units.month)) return std::nullopt;
    behind.skip_spaces();
    const auto day = behind.number(1, 2);
    if (!day) return std::nullopt;
    behind.skip_spaces();
    for (const std::string_view unit : units.days) {
      if (behind.skip(unit)) break;
    }
    cursor = behind;
    const Date date = {year, *month, *day};
    return is_valid(date) ? std::optional(date) : std::nullopt;
  }
  return std::nullopt;
}

// The mark between two numbers of a date, with spaces on both sides or none, or behind a full stop;
// '\0' for anything else.
char read_mark(Cursor& cursor) {
  Cursor behind = cursor;
  const bool has_space = behind.skip(" ");
  const char mark = behind.rest().empty() ? '\0' : behind.rest().front();
  if (!behind.skip_any_of("-/.")) return '\0';
  if (behind.skip(" ") != has_space && mark != '.') return '\0';
  cursor = behind;
  return mark;
}

// "2023-05-01", "2023/5/1", "2023 / 05 / 01", "2023.5.1", "2023. 5. 1.", "2023年5月1日".
std::optional<Date> read_year_first(Cursor& cursor) {
  const auto year = cursor.number(4, 4);
  if (!year) return std::nullopt;
  if (const auto date = read_units(cursor, *year)) return date;
  const char mark = read_mark(cursor);
  const auto month = mark == '\0' ? std::nullopt : cursor.number(1, 2);
  if (!month || read_mark(cursor) != mark) return std::nullopt;
  const auto day = cursor.number(1, 2);
  if (!day) return std::nullopt;
  if (mark == '.') cursor.skip(".");
  const Date date = {*year, *month, *day};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

struct Era {
  std::string_view name;
  int years_before;  // of the common era
};
constexpr Era kEras[] = {{"民國", 1911}, {"民国", 1911}, {"令和", 2018}, {"平成", 1988}};

// "113年3月5日" behind "民國", with or without a space between.
std::optional<Date> read_year_of_era(std::string_view before, Cursor& cursor) {
  if (before.ends_with(' ')) before.remove_suffix(1);
  for (const Era& era : kEras) {
    if (!before.ends_with(era.name)) continue;
    const auto year = cursor.number(1, 3);
    return year ? read_units(cursor, *year + era.years_before) : std::nullopt;
  }
  return std::nullopt;
}

// "st" of "1st", "." and "º" of other languages.
void skip_ordinal(Cursor& cursor, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (cursor.skip(ending)) return;
  }
}

void skip_english_ordinal(Cursor& cursor) { skip_ordinal(cursor, {"st", "nd", "rd", "th"}); }

// "de mayo", "del 2020", "d'octobre".
void skip_preposition(Cursor& cursor) {
  for (const std::string_view word : {"de ", "del ", "d'", "d’"}) {
    if (cursor.skip(word)) break;
  }
  cursor.skip_spaces();
}

struct Clock {
  int hours = 0;
  int minutes = 0;
  std::optional<int> seconds;
};

// "12:30", "12:30:00.000", "12时30".
std::optional<Clock> read_clock(Cursor& cursor) {
  Clock clock;
  const auto hours = cursor.number(1, 2);
  if (!hours || *hours > 23) return std::nullopt;
  const bool is_chinese =
      cursor.skip("时") || cursor.skip("時") || cursor.skip("点") || cursor.skip("點");
  if (!is_chinese && !cursor.skip(":")) return std::nullopt;
  const auto minutes = cursor.number(2, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  Cursor behind_seconds = cursor;
  if (behind_seconds.skip(":")) clock.seconds = behind_seconds.number(2, 2);
  if (clock.seconds && *clock.seconds > 59) clock.seconds.reset();
  if (clock.seconds) cursor = behind_seconds;
  if (clock.seconds && cursor.skip(".")) cursor.number(1, 9);
  clock.hours = *hours;
  clock.minutes = *minutes;
  return clock;
}

// "10:15:00 EST ", as ctime() and mailing lists have it between day and year.
void skip_clock_and_zone(Cursor& cursor) {
  Cursor behind = cursor;
  if (!read_clock(behind)) return;
  behind.skip_spaces();
  while (!behind.rest().empty() && is_ascii_letter(behind.rest().front()))
    behind.skip(behind.rest().substr(0, 1));
  behind.skip_spaces();
  cursor = behind;
}

// "May 1, 2023", "May 1st 2023", "May  1 10:15:00 EST 2023".
std::optional<Date> read_month_first(Cursor& cursor) {
  const auto month = cursor.month(month_of_english_name);
  if (!month) return std::nullopt;
  cursor.skip_spaces();
  const auto day = cursor.number(1, 2);
  if (!day) return std::nullopt;
  skip_english_ordinal(cursor);
  cursor.skip(",");
  cursor.skip_spaces();
  auto year = cursor.number(4, 4);
  if (!year) {
    skip_clock_and_zone(cursor);
    year = cursor.number(4, 4);
  }
  if (!year) return std::nullopt;
  const Date date = {*year, *month, *day};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

// What follows a day: "May 2023", "May, 2023", "May-2023".
std::optional<Date> read_behind_day(Cursor& cursor, int day, MonthOfName month_of) {
  const auto month = cursor.month(month_of);
  if (!month) return std::nullopt;
  cursor.skip_any_of(",-");
  cursor.skip_spaces();
  if (month_of == month_of_foreign_name) skip_preposition(cursor);
  const auto year = cursor.number(4, 4);
  if (!year) return std::nullopt;
  const Date date = {*year, *month, day};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

// "1 May 2023", "1st of May, 2023", "01-May-2023".
std::optional<Date> read_day_first(Cursor& cursor) {
  const auto day = cursor.number(1, 2);
  if (!day) return std::nullopt;
  skip_english_ordinal(cursor);
  if (!cursor.skip("-")) cursor.skip_spaces();
  if (cursor.skip("of")) cursor.skip_spaces();
  return read_behind_day(cursor, *day, month_of_english_name);
}

// "1. Mai 2023", "1er mai 2023", "1 de mayo de 2023", "21.Dez.2021".
std::optional<Date> read_foreign_day_first(Cursor& cursor) {
  const auto day = cursor.number(1, 2);
  if (!day) return std::nullopt;
  skip_ordinal(cursor, {".", "er", "º", "°"});
  if (!cursor.skip("-")) cursor.skip_spaces();
  skip_preposition(cursor);
  return read_behind_day(cursor, *day, month_of_foreign_name);
}

// "25/03/2024", "03/25/2024", "25.03.2024", "01.03.2024": where one number is no month, both are
// the same, or a full stop says that the day comes first.
std::optional<Date> read_year_last(Cursor& cursor) {
  const auto first = cursor.number(1, 2);
  if (!first) return std::nullopt;
  const char mark = cursor.rest().empty() ? '\0' : cursor.rest().front();
  if (!cursor.skip_any_of("-/.")) return std::nullopt;
  const auto second = cursor.number(1, 2);
  if (!second || !cursor.skip(std::string_view(&mark, 1))) return std::nullopt;
  const auto year = cursor.number(4, 4);
  const bool may_be_either = *first <= 12 && *second <= 12 && *first != *second && mark != '.';
  if (!year || may_be_either) return std::nullopt;
  const Date date = *second > 12 ? Date{*year, *first, *second} : Date{*year, *second, *first};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

std::string format_zone(char sign, int hours, int minutes) {
  return hours < 15 && minutes < 60 ? fmt::format("{}{:02}:{:02}", sign, hours, minutes) : "";
}

// What may follow " GMT": "+0800", "+8", "-05:30"; "Z" if nothing does.
std::string read_zone_behind_name(Cursor& cursor) {
  Cursor behind = cursor;
  const char sign = behind.rest().empty() ? '\0' : behind.rest().front();
  if (!behind.skip_any_of("+-")) return "Z";
  if (const auto both = behind.number(4, 4)) return format_zone(sign, *both / 100, *both % 100);
  const auto hours = behind.number(1, 2);
  if (!hours) return "Z";
  const auto minutes = behind.skip(":") ? behind.number(2, 2) : std::optional(0);
  return minutes ? format_zone(sign, *hours, *minutes) : "Z";
}

// "Z", "+08:00", "+0800", " GMT", " GMT+8"; empty for a time that does not say where, or that
// `may_be_range`: "09:00-11:30".
std::string read_zone(Cursor& cursor, bool may_be_range) {
  if (cursor.skip("Z")) return "Z";
  if (cursor.skip(" GMT") || cursor.skip(" UTC")) return read_zone_behind_name(cursor);
  if (cursor.rest().starts_with(" +") || cursor.rest().starts_with(" -")) cursor.skip(" ");
  const char sign = cursor.rest().empty() ? '\0' : cursor.rest().front();
  if (sign != '+' && (sign != '-' || may_be_range)) return {};
  cursor.skip_any_of("+-");
  const auto hours = cursor.number(2, 2);
  if (hours) {
    if (!cursor.skip(":")) return {};
    const auto minutes = cursor.number(2, 2);
    return minutes ? format_zone(sign, *hours, *minutes) : "";
  }
  const auto both = cursor.number(4, 4);
  return both ? format_zone(sign, *both / 100, *both % 100) : "";
}

enum class HalfDay { kUnsaid, kMorning, kNoon, kAfternoon };

HalfDay read_half_day_in_front(Cursor& cursor) {
  for (const std::string_view name : {"上午", "早上", "凌晨", "清晨", "午前", "오전"}) {
    if (cursor.skip(name)) return HalfDay::kMorning;
  }
  for (const std::string_view name : {"下午", "晚上", "傍晚", "午後", "오후"}) {
    if (cursor.skip(name)) return HalfDay::kAfternoon;
  }
  return cursor.skip("中午") ? HalfDay::kNoon : HalfDay::kUnsaid;
}

// " PM", "a.m."
HalfDay read_english_half_day(Cursor& cursor) {
  Cursor behind = cursor;
  behind.skip_spaces();
  const bool is_morning = behind.skip_ignoring_case("am") || behind.skip_ignoring_case("a.m");
  const bool is_afternoon = behind.skip_ignoring_case("pm") || behind.skip_ignoring_case("p.m");
  const bool is_word_longer = !behind.rest().empty() && is_ascii_letter(behind.rest().front());
  if ((!is_morning && !is_afternoon) || is_word_longer) return HalfDay::kUnsaid;
  behind.skip(".");
  cursor = behind;
  return is_morning ? HalfDay::kMorning : HalfDay::kAfternoon;
}

// Of 24; "14:30 PM" means what it says.
int hours_of_day(int hours, HalfDay half) {
  constexpr int kNoonHoursMax = 3;  // 中午11点 comes before noon, 中午1点 behind it
  if (half == HalfDay::kMorning) return hours == 12 ? 0 : hours;
  if (half == HalfDay::kNoon) return hours < kNoonHoursMax ? hours + 12 : hours;
  return half == HalfDay::kAfternoon && hours < 12 ? hours + 12 : hours;
}

// "(火)", "(星期二)", "(Tue)", and what else is short.
void skip_brackets(Cursor& cursor) {
  constexpr std::size_t kReach = 16;
  const std::string_view rest = cursor.rest().substr(0, kReach);
  const std::size_t end = rest.starts_with('(') ? rest.find(')') : rest.npos;
  if (end != rest.npos) cursor.skip(rest.substr(0, end + 1));
}

// "星期二", "周二", "(火)", ", ", " at ", " um ".
void skip_to_time(Cursor& cursor) {
  cursor.skip(",");
  cursor.skip_spaces();
  if (cursor.skip("星期") || cursor.skip("周") || cursor.skip("週")) {
    for (const std::string_view day : {"一", "二", "三", "四", "五", "六", "日", "天"}) {
      if (cursor.skip(day)) break;
    }
  }
  skip_brackets(cursor);
  cursor.skip_spaces();
  if (cursor.skip("at ") || cursor.skip("um ")) cursor.skip_spaces();
}

// What follows a date: "T12:30:00.000+08:00", " 12:30", " 12时30分", " 下午2:30", " at 2:30 PM";
// empty if no time does.
std::string read_time(Cursor& behind_date) {
  Cursor cursor = behind_date;
  const bool is_marked = cursor.skip("T");
  if (!is_marked) skip_to_time(cursor);
  HalfDay half = read_half_day_in_front(cursor);
  if (half != HalfDay::kUnsaid) cursor.skip_spaces();
  const std::optional<Clock> clock = read_clock(cursor);
  if (!clock) return {};
  if (half == HalfDay::kUnsaid) half = read_english_half_day(cursor);
  const int hours = hours_of_day(clock->hours, half);
  const std::string seconds = clock->seconds ? fmt::format(":{:02}", *clock->seconds) : "";
  const std::string zone = read_zone(cursor, !is_marked && !clock->seconds);
  behind_date = cursor;
  return fmt::format("T{:02}:{:02}{}{}", hours, clock->minutes, seconds, zone);
}

std::string format_date(const Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

// A date at the very front, in whatever form. Moves on behind it.
std::string read_date(Cursor& cursor) {
  for (const auto read : {read_year_first, read_month_first, read_day_first, read_foreign_day_first,
                          read_year_last}) {
    Cursor behind = cursor;
    const std::optional<Date> date = read(behind);
    if (!date) continue;
    cursor = behind;
    return format_date(*date) + read_time(cursor);
  }
  return {};
}

std::optional<Date> read_eight_digits(Cursor& cursor) {
  const auto digits = cursor.number(8, 8);
  if (!digits) return std::nullopt;
  const Date date = {*digits / 10000, *digits / 100 % 100, *digits % 100};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

// The basic form of ISO 8601, if that is all there is: "20240305", "20240305T101530Z".
std::string read_basic_form(std::string_view text) {
  Cursor cursor(trim_html_space(text));
  const std::optional<Date> date = read_eight_digits(cursor);
  if (!date) return {};
  if (cursor.rest().empty()) return format_date(*date);
  if (!cursor.skip("T")) return {};
  const auto time = cursor.number(6, 6);
  if (!time || *time / 10000 > 23 || *time / 100 % 100 > 59 || *time % 100 > 59) return {};
  const std::string zone = read_zone(cursor, false);
  if (!cursor.rest().empty()) return {};
  return fmt::format("{}T{:02}:{:02}:{:02}{}", format_date(*date), *time / 10000, *time / 100 % 100,
                     *time % 100, zone);
}

}  // namespace

std::string find_date(std::string_view written) {
  const std::string text = with_ascii_numbers(written);
  if (std::string date = read_basic_form(text); !date.empty()) return date;
  for (std::size_t i = 0; i < text.size(); ++i) {
    // Only where a number or a word begins: each is read once, and to a bounded length.
    if (!is_ascii_alphanumeric(text[i]) || (i > 0 && is_ascii_alphanumeric(text[i - 1]))) continue;
    const std::string_view rest = std::string_view(text).substr(i, 64);
    Cursor cursor(rest);
    if (const auto date = read_year_of_era(std::string_view(text).substr(0, i), cursor))
      return format_date(*date) + read_time(cursor);
    cursor = Cursor(rest);
    std::string date = read_date(cursor);
    if (!date.empty()) return date;
  }
  return {};
}

bool is_date(std::string_view text) {
  constexpr std::size_t kBytesMax = 64;
  if (text.size() > kBytesMax) return false;
  const std::string written = with_ascii_numbers(text);
  Cursor cursor(trim_html_space(written));
  return !read_date(cursor).empty() && trim_html_space(cursor.rest()).empty();
}

std::string find_url_date(std::string_view url) {
  const std::size_t host = url.find("://");
  const std::size_t path = url.find('/', host == url.npos ? 0 : host + 3);
  if (path == url.npos) return {};
  url = url.substr(path, url.find_first_of("?#", path) - path);
  for (std::size_t i = 1; i < url.size(); ++i) {
    if (!is_ascii_digit(url[i]) || is_ascii_digit(url[i - 1])) continue;
    Cursor apart(url.substr(i));
    if (const auto date = read_year_first(apart)) return format_date(*date);
    Cursor together(url.substr(i));
    if (const auto date = read_eight_digits(together)) return format_date(*date);
  }
  return {};
}

}  // namespace tamis::extract
