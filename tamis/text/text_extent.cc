#include "tamis/text/text_extent.h"

#include <array>

#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

enum class ByteKind : std::uint8_t {
  kGap,     // ends a word
  kBreak,   // ends a word and a line
  kLetter,  // part of a word
  kMark,    // a word of its own
};

// By first byte, so that no character is decoded: of two bytes are the alphabets of Europe and
// the Near East, E0 and E1 begin those of India and South East Asia, EA to ED hangul.
constexpr ByteKind kind_of(unsigned byte) {
  if (byte >= 0x0A && byte <= 0x0D) return ByteKind::kBreak;
  if (byte >= 0x1C && byte <= 0x1E) return ByteKind::kBreak;
  if (byte <= ' ' || byte == 0x7F) return ByteKind::kGap;
  const bool is_digit = byte >= '0' && byte <= '9';
  const bool is_letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
  if (is_digit || (is_letter && byte < 0x80)) return ByteKind::kLetter;
  if (byte < 0x80) return ByteKind::kMark;
  const bool is_ideograph = (byte >= 0xE2 && byte <= 0xE9) || byte >= 0xEE;
  return is_ideograph ? ByteKind::kMark : ByteKind::kLetter;
}

constexpr auto kKinds = [] {
  std::array<ByteKind, 256> kinds = {};
  for (unsigned byte = 0; byte < kinds.size(); ++byte) kinds[byte] = kind_of(byte);
  return kinds;
}();

std::int64_t count_breaks_beyond_ascii(std::string_view text) {
  std::int64_t num_breaks = 0;
  for (const std::string_view line_break : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    for (std::size_t at = text.find(line_break); at != text.npos;
         at = text.find(line_break, at + line_break.size())) {
      ++num_breaks;
    }
  }
  return num_breaks;
}

}  // namespace

TextExtent measure_extent(std::string_view text) {
  TextExtent extent{.num_lines = count_breaks_beyond_ascii(text)};
  bool is_in_word = false, is_in_mark = false;
  unsigned char last = '\n';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool goes_on_with_mark = is_in_mark && is_continuation_byte(c);
    if (goes_on_with_mark) continue;
    const ByteKind kind = kKinds[byte];
    is_in_mark = kind == ByteKind::kMark;
    extent.num_words += is_in_mark || (kind == ByteKind::kLetter && !is_in_word) ? 1 : 0;
    is_in_word = kind == ByteKind::kLetter;
    extent.num_lines += kind == ByteKind::kBreak && !(byte == '\n' && last == '\r') ? 1 : 0;
    last = byte;
  }
  const bool is_cut_off = !text.empty() && kKinds[last] != ByteKind::kBreak;
  extent.num_lines += is_cut_off ? 1 : 0;
  return extent;
}

}  // namespace tamis::text
