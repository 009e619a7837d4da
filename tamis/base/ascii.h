// Kinds of ASCII bytes, and names that are equal in any case.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace tamis {

constexpr bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

constexpr bool is_all_ascii(std::string_view bytes) { return std::ranges::all_of(bytes, is_ascii); }

constexpr bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }

constexpr bool is_ascii_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
constexpr bool is_ascii_lower(char byte) { return byte >= 'a' && byte <= 'z'; }
constexpr bool is_ascii_letter(char byte) { return is_ascii_lower(byte) || is_ascii_upper(byte); }

constexpr bool is_ascii_alphanumeric(char byte) {
  return is_ascii_letter(byte) || is_ascii_digit(byte);
}

// ASCII's marks and symbols, as string.punctuation of Python and ispunct() of C.
constexpr bool is_ascii_punctuation(char byte) {
  return byte > ' ' && byte < '\x7F' && !is_ascii_alphanumeric(byte);
}

constexpr char to_lower(char byte) {
  return is_ascii_upper(byte) ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

// The value of a hexadecimal digit, in either case.
constexpr std::optional<int> hex_digit(char byte) {
  if (is_ascii_digit(byte)) return byte - '0';
  const char lower = to_lower(byte);
  return lower >= 'a' && lower <= 'f' ? std::optional(lower - 'a' + 10) : std::nullopt;
}

// ASCII's letters only: names of tags, fields, codings and media types know no others.
constexpr bool equals_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (to_lower(a[i]) != to_lower(b[i])) return false;
  }
  return true;
}

constexpr bool starts_with_ignoring_case(std::string_view bytes, std::string_view start) {
  return equals_ignoring_case(bytes.substr(0, start.size()), start);
}

}  // namespace tamis
