#include "tamis/extract/date_numbers.h"

#include <algorithm>

#include "tamis/base/ascii.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

constexpr std::size_t kNumNumeralsMax = 4;  // of a year; a day has three: 二十五

// 0 to 9, 10 for 十; negative for what is no numeral. The circles stand for 〇 where it cannot be
// typed, and so do the digits.
int numeral_of(char32_t code_point) {
  constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九十";
  constexpr std::u32string_view kZeros = U"零○0０";
  if (kZeros.find(code_point) != kZeros.npos) return 0;
  const std::size_t at = kNumerals.find(code_point);
  return at == kNumerals.npos ? -1 : static_cast<int>(at);
}

bool is_date_unit(char32_t code_point) {
  return std::u32string_view(U"年月日号號时時点分").find(code_point) != std::u32string_view::npos;
}

// Numerals at the front of a text: in places as in 二〇二四, or with tens as in 二十五.
struct Numerals {
  std::size_t num_bytes = 0;
  std::size_t count = 0;
  std::string digits;
};

std::string digits_with_tens(std::string_view places) {
  const std::size_t ten = places.find(':');
  if (ten == places.npos) return std::string(places);
  const std::string_view ones = places.substr(ten + 1);
  std::string digits(ten == 0 ? "1" : places.substr(0, ten));
  return digits.append(ones.empty() ? "0" : ones);
}

Numerals read_numerals(std::string_view text) {
  Numerals read;
  std::string places;  // a digit each; ':' follows '9' and is 十
  while (read.num_bytes < text.size() && read.count <= kNumNumeralsMax) {
    const text::Decoded decoded = text::decode_code_point(text.substr(read.num_bytes));
    const int numeral = numeral_of(decoded.code_point);
    if (numeral < 0) break;
    places += static_cast<char>('0' + numeral);
    read.num_bytes += decoded.num_bytes;
    ++read.count;
  }
  read.digits = digits_with_tens(places);
  return read;
}

bool begins_with_date_unit(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  return !text.empty() && is_date_unit(text::decode_code_point(text).code_point);
}

// What full-width ASCII and the other spaces are in ASCII; 0 for everything else.
char ascii_of(char32_t code_point) {
  constexpr char32_t kFirst = U'！';
  constexpr char32_t kLast = U'～';
  if (code_point == U'\u3000' || code_point == U'\u00A0') return ' ';
  if (code_point < kFirst || code_point > kLast) return '\0';
  return static_cast<char>('!' + (code_point - kFirst));
}

}  // namespace

std::string with_ascii_numbers(std::string_view text) {
  if (std::ranges::all_of(text, is_ascii)) return std::string(text);
  std::string numbers;
  numbers.reserve(text.size());
  while (!text.empty()) {
    const text::Decoded decoded = text::decode_code_point(text);
    std::size_t num_bytes = decoded.num_bytes;
    const char ascii = ascii_of(decoded.code_point);
    if (ascii != '\0') {
      numbers += ascii;
    } else if (num_bytes > 1 && numeral_of(decoded.code_point) >= 0) {
      const Numerals numerals = read_numerals(text);
      num_bytes = numerals.num_bytes;
      const bool is_number = numerals.count <= kNumNumeralsMax &&
                             std::ranges::all_of(numerals.digits, is_ascii_digit) &&
                             begins_with_date_unit(text.substr(numerals.num_bytes));
      numbers += is_number ? std::string_view(numerals.digits) : text.substr(0, num_bytes);
    } else {
      numbers += text.substr(0, num_bytes);
    }
    text.remove_prefix(num_bytes);
  }
  return numbers;
}

}  // namespace tamis::extract
