#include "tamis/text/white_space.h"

#include <array>

#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

constexpr bool is_ascii_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r') || (byte >= 0x1C && byte <= 0x1F);
}

enum class Class : std::uint8_t { kOther, kSpace, kMultibyte };

constexpr std::array<Class, 256> kClasses = [] {
  std::array<Class, 256> classes = {};
  for (int i = 0; i < 256; ++i) {
    if (i < 0x80 && is_ascii_space(static_cast<char>(i))) classes[i] = Class::kSpace;
    // Of the lead bytes only C2, E1, E2 and E3 begin white space.
    if (i == 0xC2 || i == 0xE1 || i == 0xE2 || i == 0xE3) classes[i] = Class::kMultibyte;
  }
  return classes;
}();

// How many bytes of white space `text` begins with, 0 if with something else.
// Requires: !text.empty().
std::size_t space_bytes(std::string_view text) {
  const Class kind = kClasses[static_cast<unsigned char>(text.front())];
  if (kind == Class::kOther) return 0;
  if (kind == Class::kSpace) return 1;
  const Decoded decoded = decode_multibyte(text);
  return is_white_space(decoded.code_point) ? decoded.num_bytes : 0;
}

// How many bytes of the end of a line `text` begins with. Requires: !text.empty().
std::size_t line_end_bytes(std::string_view text) {
  const char first = text.front();
  if (first == '\r') return text.starts_with("\r\n") ? 2 : 1;
  if ((first >= '\n' && first <= '\f') || (first >= 0x1C && first <= 0x1E)) return 1;
  if (text.starts_with("\u0085")) return 2;
  return text.starts_with("\u2028") || text.starts_with("\u2029") ? 3 : 0;
}

constexpr std::array<bool, 256> kMayEndLine = [] {
  std::array<bool, 256> may_end = {};
  for (const std::size_t byte : {0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0xC2, 0xE2})
    may_end[byte] = true;
  return may_end;
}();

}  // namespace

bool is_python_space(char32_t code_point) {
  return (code_point >= 0x1C && code_point <= 0x1F) || is_white_space(code_point);
}

std::string_view strip_start(std::string_view text) {
  while (!text.empty()) {
    const std::size_t num_bytes = space_bytes(text);
    if (num_bytes == 0) break;
    text.remove_prefix(num_bytes);
  }
  return text;
}

std::string_view strip_end(std::string_view text) {
  while (!text.empty()) {
    const Decoded last = decode_last_code_point(text);
    if (!is_python_space(last.code_point)) break;
    text.remove_suffix(last.num_bytes);
  }
  return text;
}

std::string_view strip(std::string_view text) { return strip_end(strip_start(text)); }

void split_at_white_space(std::string_view text, std::vector<std::string_view>& words) {
  words.clear();
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t num_bytes = space_bytes(text.substr(i));
    if (num_bytes == 0) {
      ++i;
      continue;
    }
    if (i > begin) words.push_back(text.substr(begin, i - begin));
    i += num_bytes;
    begin = i;
  }
  if (begin < text.size()) words.push_back(text.substr(begin));
}

void split_python_lines(std::string_view text, std::vector<std::string_view>& lines) {
  lines.clear();
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const bool may_end = kMayEndLine[static_cast<unsigned char>(text[i])];
    const std::size_t num_bytes = may_end ? line_end_bytes(text.substr(i)) : 0;
    if (num_bytes == 0) {
      ++i;
      continue;
    }
    lines.push_back(text.substr(begin, i - begin));
    i += num_bytes;
    begin = i;
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
}

}  // namespace tamis::text
