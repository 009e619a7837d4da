#include "tamis/extract/character_references.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "tamis/extract/ascii.h"
#include "tamis/extract/character_reference_table.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

// What browsers make of the numbers 0x80 to 0x9F (the standard's table): windows-1252, whose five
// holes stay controls.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

char32_t numbered_character(std::uint32_t number) {
  if (number >= 0x80 && number <= 0x9F) return kWindows1252[number - 0x80];
  const bool is_surrogate = number >= 0xD800 && number <= 0xDFFF;
  if (number == 0 || number > 0x10FFFF || is_surrogate) return text::kReplacement;
  return number;
}

int digit_value(char byte, std::uint32_t base) {
  if (is_ascii_digit(byte)) return byte - '0';
  const char lower = to_lower(byte);
  return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// `rest` begins behind "&#". Returns how many bytes of it the reference takes, 0 if it is none.
std::size_t append_numbered(std::string_view rest, std::string& out) {
  const bool is_hexadecimal = !rest.empty() && to_lower(rest.front()) == 'x';
  const std::uint32_t base = is_hexadecimal ? 16 : 10;
  const std::size_t digits_begin = is_hexadecimal ? 1 : 0;
  std::size_t end = digits_begin;
  std::uint32_t number = 0;
  for (; end < rest.size(); ++end) {
    const int digit = digit_value(rest[end], base);
    if (digit < 0) break;
    if (number <= 0x10FFFF) number = number * base + static_cast<std::uint32_t>(digit);
  }
  if (end == digits_begin) return 0;
  text::append_code_point(numbered_character(number), out);
  return end < rest.size() && rest[end] == ';' ? end + 1 : end;
}

// The longest name that `rest` begins with; null if there is none. Narrows the sorted table byte
// by byte.
const NamedReference* find_longest_name(std::string_view rest) {
  auto names = named_references();
  const NamedReference* longest = nullptr;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const auto byte_at = [i](const NamedReference& reference) {
      return i < reference.name.size() ? static_cast<unsigned char>(reference.name[i]) : -1;
    };
    const int byte = static_cast<unsigned char>(rest[i]);
    const auto range = std::ranges::equal_range(names, byte, {}, byte_at);
    if (range.empty()) break;
    names = range;
    if (names.front().name.size() == i + 1) longest = &names.front();
  }
  return longest;
}

bool is_read_as_url(std::string_view rest, std::string_view name) {
  if (name.back() == ';' || rest.size() == name.size()) return false;
  const char next = rest[name.size()];
  return next == '=' || is_ascii_alphanumeric(next);
}

// `rest` begins behind the '&'. Returns how many bytes of it the reference takes, 0 if none.
std::size_t append_named(std::string_view rest, ReferenceContext context, std::string& out) {
  const NamedReference* reference = find_longest_name(rest);
  if (reference == nullptr) return 0;
  if (context == ReferenceContext::kAttribute && is_read_as_url(rest, reference->name)) return 0;
  out += reference->utf8;
  return reference->name.size();
}

std::size_t append_reference(std::string_view rest, ReferenceContext context, std::string& out) {
  if (!rest.starts_with('#')) return append_named(rest, context, out);
  const std::size_t num_bytes = append_numbered(rest.substr(1), out);
  return num_bytes == 0 ? 0 : num_bytes + 1;
}

}  // namespace

void append_decoded(std::string_view text, ReferenceContext context, std::string& out) {
  while (true) {
    const std::size_t ampersand = text.find('&');
    out += text.substr(0, ampersand);
    if (ampersand == std::string_view::npos) return;
    text.remove_prefix(ampersand + 1);
    const std::size_t num_bytes = append_reference(text, context, out);
    if (num_bytes == 0) out += '&';
    text.remove_prefix(num_bytes);
  }
}

}  // namespace tamis::extract
