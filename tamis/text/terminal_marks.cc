#include "tamis/text/terminal_marks.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "tamis/base/ascii.h"
#include "tamis/text/lines.h"
#include "tamis/text/sentence_marks.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

// The signs that stand for notes: ¹ ² ³ ⁰ to ⁹, † ‡, ① to ⑳.
bool is_note_sign(char32_t code_point) {
  return code_point == 0xB9 || code_point == 0xB2 || code_point == 0xB3 ||
         (code_point >= 0x2070 && code_point <= 0x2079) || code_point == 0x2020 ||
         code_point == 0x2021 || (code_point >= 0x2460 && code_point <= 0x2473);
}

// The bytes of "[12]" or "[note 3]" at the end of `text`; 0 if it ends otherwise.
std::size_t note_bytes(std::string_view text) {
  constexpr std::size_t kNoteBytesMax = 24;
  if (!text.ends_with(']')) return 0;
  const std::string_view near = text.substr(text.size() - std::min(text.size(), kNoteBytesMax));
  const std::size_t open = near.rfind('[');
  if (open == near.npos || open + 2 == near.size()) return 0;
  const std::string_view name = near.substr(open + 1, near.size() - open - 2);
  const bool is_name = std::ranges::all_of(
      name, [](char c) { return is_ascii_alphanumeric(c) || c == ' ' || c == ',' || c == '-'; });
  return is_name ? near.size() - open : 0;
}

// The bytes of one thing at the end of `text` that closes or points to a note; 0 if none does.
std::size_t closer_bytes(std::string_view text) {
  if (const std::size_t num_bytes = note_bytes(text); num_bytes > 0) return num_bytes;
  const Decoded last = decode_last_code_point(text);
  const Mark mark = mark_of(last.code_point);
  const bool closes =
      mark == Mark::kCloser || mark == Mark::kQuote || is_note_sign(last.code_point);
  return closes ? last.num_bytes : 0;
}

}  // namespace

bool is_terminal_mark(char32_t code_point) {
  if (u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_S_TERM) != 0) return true;
  return (code_point >= 0x17D4 && code_point <= 0x17D6) || code_point == 0x17D9 ||
         code_point == 0x17DA;
}

bool ends_with_terminal_mark(std::string_view text) {
  return !text.empty() && is_terminal_mark(decode_last_code_point(text).code_point);
}

std::string_view without_closers(std::string_view text) {
  while (!text.empty()) {
    const std::size_t num_bytes = closer_bytes(text);
    if (num_bytes == 0) break;
    text.remove_suffix(num_bytes);
    text = trim(text);
  }
  return text;
}

}  // namespace tamis::text
