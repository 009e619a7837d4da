#include "tamis/extract/raised_numbers.h"

#include <algorithm>
#include <iterator>

#include "tamis/base/ascii.h"
#include "tamis/extract/chinese_spacing.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

// The number or run of letters that `text` ends with.
std::string_view last_run(std::string_view text, bool (*is_part)(char)) {
  constexpr std::size_t kRunBytesMax = 16;
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < kRunBytesMax && is_part(text[begin - 1])) --begin;
  return text.substr(begin);
}

// Letters that have powers: a variable, a unit of length. Others may have notes ("et al").
bool ends_with_unit(std::string_view text) {
  constexpr std::string_view kUnits[] = {"cm", "dm", "ft", "in", "km",
                                         "mc", "mi", "mm", "nm", "yd"};
  const std::string_view letters = last_run(text, is_ascii_letter);
  text.remove_suffix(letters.size());
  const bool is_behind_letter =
      !text.empty() && text::is_letter(text::decode_last_code_point(text).code_point);
  if (is_behind_letter && !is_set_without_space(text, "中")) return false;
  return letters.size() == 1 || std::ranges::find(kUnits, letters) != std::end(kUnits);
}

// "$29" of "$29<sup>95</sup>".
bool ends_with_whole_price(std::string_view text) {
  const auto is_part = [](char byte) { return is_ascii_digit(byte) || byte == ','; };
  text.remove_suffix(last_run(text, is_part).size());
  if (text.ends_with(' ')) text.remove_suffix(1);
  return text.ends_with('$') || text.ends_with("\xE2\x82\xAC") || text.ends_with("\xC2\xA3") ||
         text.ends_with("\xC2\xA5") || text.ends_with("\xEF\xBF\xA5");
}

// What behind a number would be more of it: "2.5", "1024", "1/2".
bool is_part_of_number(std::string_view text) {
  constexpr std::size_t kExponentDigitsMax = 3;
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  if (end == 0 || end == text.size()) return end > kExponentDigitsMax;
  const std::string_view rest = text.substr(end + 1);
  return (text[end] == '.' || text[end] == '/') && !rest.empty() &&
         std::ranges::all_of(rest, is_ascii_digit);
}

}  // namespace

bool is_exponent(std::string_view text) {
  for (const std::string_view sign : {"-", "+", "\xE2\x88\x92", "\xE2\x80\x93"}) {
    if (!text.starts_with(sign)) continue;
    text.remove_prefix(sign.size());
    break;
  }
  return !text.empty() && text.size() <= 3 && std::ranges::all_of(text, is_ascii_digit);
}

bool is_note_number(std::string_view text) {
  constexpr std::size_t kNoteBytesMax = 16;
  return !text.empty() && text.size() <= kNoteBytesMax && is_ascii_digit(text.front()) &&
         text.find_first_not_of("0123456789,- ") == text.npos;
}

bool are_notes_of_number(std::string_view text, std::string_view raised) {
  const bool is_behind_mark =
      !text.empty() && std::string_view(".,;:").find(text.back()) != std::string_view::npos;
  if (is_behind_mark) text.remove_suffix(1);
  if (text.empty() || !is_ascii_digit(text.back()) || !is_note_number(raised)) return false;
  const bool is_cents = raised.size() == 2 && ends_with_whole_price(text);
  return is_behind_mark ? !is_cents : raised.find_first_of(",- ") != raised.npos;
}

char mark_of_raised(std::string_view text, std::string_view number) {
  if (text.empty()) return '\0';
  if (!is_ascii_digit(text.back())) return is_exponent(number) && ends_with_unit(text) ? '^' : '\0';
  if (is_part_of_number(number)) return number.find('/') == number.npos ? '^' : ' ';
  if (!is_exponent(number)) return '\0';
  return number.size() == 2 && ends_with_whole_price(text) ? '.' : '^';
}

}  // namespace tamis::extract
