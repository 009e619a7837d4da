#include "tamis/readers/json_repair.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "tamis/base/ascii.h"

namespace tamis::readers {
namespace {

constexpr std::size_t kEscapeBytes = 6;  // of "\ud83d"
constexpr std::string_view kReplacement = "\\ufffd";
constexpr std::string_view kNumberBytes = "+-.0123456789Ee";

// The UTF-16 unit that an escape at the start of `json` gives; 0 if there is none.
std::uint32_t escaped_unit(std::string_view json) {
  if (json.size() < kEscapeBytes || !json.starts_with("\\u")) return 0;
  std::uint32_t unit = 0;
  for (const char byte : json.substr(2, kEscapeBytes - 2)) {
    const auto digit = hex_digit(byte);
    if (!digit) return 0;
    unit = unit * 16 + static_cast<std::uint32_t>(*digit);
  }
  return unit;
}

bool is_high_half(std::uint32_t unit) { return (unit & 0xfc00) == 0xd800; }
bool is_low_half(std::uint32_t unit) { return (unit & 0xfc00) == 0xdc00; }

// Bytes of the escape at the start of `json`, both halves of a pair being one.
std::size_t escape_bytes(std::string_view json, bool& is_half) {
  const std::uint32_t unit = escaped_unit(json);
  const bool is_pair = is_high_half(unit) && is_low_half(escaped_unit(json.substr(kEscapeBytes)));
  is_half = !is_pair && (is_high_half(unit) || is_low_half(unit));
  if (unit == 0) return std::min<std::size_t>(2, json.size());
  return is_pair ? 2 * kEscapeBytes : kEscapeBytes;
}

void skip_digits(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of("0123456789"), text.size()));
}

// By the grammar of JSON: what is none, such as 01, stays the mistake that it is.
bool is_json_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || !is_ascii_digit(text.front())) return false;
  if (text.starts_with('0')) {
    text.remove_prefix(1);
  } else {
    skip_digits(text);
  }
  if (text.size() > 1 && text[0] == '.' && is_ascii_digit(text[1])) {
    text.remove_prefix(1);
    skip_digits(text);
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    if (text.empty()) return false;
    skip_digits(text);
  }
  return text.empty();
}

template <typename Number>
bool is_out_of_range(std::string_view text) {
  Number number = 0;
  return std::from_chars(text.data(), text.data() + text.size(), number).ec ==
         std::errc::result_out_of_range;
}

bool is_too_large(std::string_view number) {
  if (!is_json_number(number)) return false;
  if (number.find_first_of(".eE") != std::string_view::npos) return is_out_of_range<double>(number);
  return number.starts_with('-') ? is_out_of_range<std::int64_t>(number)
                                 : is_out_of_range<std::uint64_t>(number);
}

// What Python's json writes of floats that are no numbers.
std::size_t no_number_bytes(std::string_view json) {
  for (const std::string_view word : {"NaN", "Infinity", "-Infinity"}) {
    if (json.starts_with(word)) return word.size();
  }
  return 0;
}

}  // namespace

bool repair_json(std::string_view json, std::string& repaired) {
  repaired.clear();
  // `1e999,` grows most, by its quotes: at once, as a copy of a large line takes as much again.
  repaired.reserve(json.size() + json.size() / 3 + kPaddingBytes);
  bool is_in_string = false, is_changed = false;
  while (!json.empty()) {
    std::size_t num_bytes = 1;
    bool is_half = false, is_large = false;
    const std::size_t num_bytes_of_nothing = is_in_string ? 0 : no_number_bytes(json);
    if (num_bytes_of_nothing > 0) {
      repaired += "null";
      json.remove_prefix(num_bytes_of_nothing);
      is_changed = true;
      continue;
    }
    if (json.front() == '"') {
      is_in_string = !is_in_string;
    } else if (is_in_string && json.front() == '\\') {
      num_bytes = escape_bytes(json, is_half);
    } else if (!is_in_string && (json.front() == '-' || is_ascii_digit(json.front()))) {
      num_bytes = std::min(json.find_first_not_of(kNumberBytes), json.size());
      is_large = is_too_large(json.substr(0, num_bytes));
    }
    is_changed = is_changed || is_half || is_large;
    if (is_large) repaired += '"';
    repaired += is_half ? kReplacement : json.substr(0, num_bytes);
    if (is_large) repaired += '"';
    json.remove_prefix(num_bytes);
  }
  return is_changed;
}

}  // namespace tamis::readers
