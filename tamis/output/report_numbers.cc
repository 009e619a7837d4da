#include "tamis/output/report_numbers.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

#include "tamis/rules/bounds_text.h"

namespace tamis::output {
namespace {

constexpr std::string_view kDash = "\u2013";
constexpr std::string_view kNoBreakSpace = "\u00A0";

// Beyond this, a double holds no more whole numbers than its digits tell.
constexpr double kWholeMax = 1e15;

bool is_whole(double number) { return std::trunc(number) == number; }

// Three digits are enough to compare by eye: 3.45, 34.5, 345.
std::string three_digits(double number) {
  return fmt::format("{:.{}f}", number, number < 9.995 ? 2 : number < 99.95 ? 1 : 0);
}

}  // namespace

std::string grouped(std::int64_t number) {
  std::string digits = fmt::format("{}", number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string readable_bytes(std::int64_t num_bytes) {
  constexpr std::string_view kUnits[] = {"KB", "MB", "GB", "TB", "PB"};
  if (std::abs(num_bytes) < 1000) return counted(num_bytes, "byte");
  double amount = std::abs(static_cast<double>(num_bytes)) / 1000;
  std::size_t unit = 0;
  while (amount >= 999.5 && unit + 1 < std::size(kUnits)) {
    amount /= 1000;
    ++unit;
  }
  return fmt::format("{}{}{}{}", num_bytes < 0 ? "-" : "", three_digits(amount), kNoBreakSpace,
                     kUnits[unit]);
}

std::string readable_share(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return std::string(kDash);
  const double percent = 100 * static_cast<double>(part) / static_cast<double>(whole);
  if (part > 0 && percent < 0.05) return fmt::format("<{}0.1{}%", kNoBreakSpace, kNoBreakSpace);
  if (part < whole && percent >= 99.95)
    return fmt::format(">{}99.9{}%", kNoBreakSpace, kNoBreakSpace);
  return fmt::format("{:.1f}{}%", percent, kNoBreakSpace);
}

std::string readable_number(double number) {
  if (std::isnan(number)) return std::string(kDash);
  if (std::abs(number) >= kWholeMax) return fmt::format("{:.4g}", number);
  if (is_whole(number) || std::abs(number) >= 1000)
    return grouped(static_cast<std::int64_t>(std::round(number)));
  return fmt::format("{:.4g}", number);
}

std::string short_number(double number) {
  if (number >= 1e9) return fmt::format("{:.3g}G", number / 1e9);
  if (number >= 1e6) return fmt::format("{:.3g}M", number / 1e6);
  if (number >= 1e4) return fmt::format("{:.3g}k", number / 1e3);
  return fmt::format("{:.4g}", number);
}

std::string readable_bounds(const rules::Bounds& bounds) {
  return rules::bounds_text(bounds, {.none = "any number"}, readable_number);
}

std::string counted(std::int64_t number, std::string_view noun) {
  return fmt::format("{}{}{}{}", grouped(number), kNoBreakSpace, noun, number == 1 ? "" : "s");
}

}  // namespace tamis::output
