#include "tamis/text/white_space.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "tamis/text/byte_finder.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

constexpr bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

constexpr bool is_ascii_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r') || (byte >= 0x1C && byte <= 0x1F);
}

// How many bytes of white space `text` begins with, 0 if with something else.
// Requires: !text.empty().
std::size_t space_bytes(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80) return is_ascii_space(text.front()) ? 1 : 0;
  if (first != 0xC2 && (first < 0xE1 || first > 0xE3)) return 0;  // begins no white space
  if (first == 0xE3) return text.starts_with("\u3000") ? 3 : 0;   // as Chinese marks do
  const Decoded decoded = decode_multibyte(text);
  return is_white_space(decoded.code_point) ? decoded.num_bytes : 0;
}

// Every byte of an integer the same.
constexpr std::uint64_t repeated(std::uint64_t byte) { return byte * 0x0101010101010101; }

constexpr std::uint64_t kHighBits = repeated(0x80);

// The high bit of each byte b for which low7(b) >= min.
constexpr std::uint64_t at_least(std::uint64_t low7, std::uint64_t min) {
  return (low7 + repeated(0x80 - min)) & kHighBits;
}

// One bit a byte, the first byte's lowest: which of eight may begin white space. Those up to U+0020
// and the four lead bytes of all other white space; most bytes of text are neither.
std::uint64_t may_begin_space(const char* eight_bytes) {
  std::uint64_t bytes;
  std::memcpy(&bytes, eight_bytes, sizeof bytes);
  const std::uint64_t low7 = bytes & ~kHighBits;
  std::uint64_t marks = ~at_least(low7, 0x21) & ~bytes & kHighBits;
  if ((bytes & kHighBits) != 0) {
    const std::uint64_t is_c2 = at_least(low7, 0x42) & ~at_least(low7, 0x43);
    const std::uint64_t is_e1_to_e3 = at_least(low7, 0x61) & ~at_least(low7, 0x64);
    marks |= (is_c2 | is_e1_to_e3) & bytes;
  }
  return (marks >> 7) * 0x0102040810204080 >> 56;
}

// Cuts at white space. Sixty-four bytes are looked at before any of them is cut, so that the
// processor guesses the number of spaces once a block, and not the length of every word.
class SpaceSplitter {
 public:
  SpaceSplitter(std::string_view text, std::vector<std::string_view>& words)
      : text_(text), words_(words) {}

  void split() {
    std::size_t block = 0;
    for (; block + 64 <= text_.size(); block += 64) {
      std::uint64_t marks = 0;
      for (std::size_t i = 0; i < 8; ++i) {
        marks |= may_begin_space(text_.data() + block + 8 * i) << 8 * i;
      }
      for (; marks != 0; marks &= marks - 1) cut_at(block + std::countr_zero(marks));
    }
    for (std::size_t at = block; at < text_.size(); ++at) cut_at(at);
    if (begin_ < text_.size()) words_.push_back(text_.substr(begin_));
  }

 private:
  void cut_at(std::size_t at) {
    const std::size_t num_bytes = space_bytes(text_.substr(at));
    if (num_bytes == 0) return;
    if (at > begin_) words_.push_back(text_.substr(begin_, at - begin_));
    begin_ = at + num_bytes;
  }

  std::string_view text_;
  std::vector<std::string_view>& words_;
  std::size_t begin_ = 0;  // of the word that comes next
};

// How many bytes of the end of a line `text` begins with. Requires: !text.empty().
std::size_t line_end_bytes(std::string_view text) {
  const char first = text.front();
  if (first == '\r') return text.starts_with("\r\n") ? 2 : 1;
  if ((first >= '\n' && first <= '\f') || (first >= 0x1C && first <= 0x1E)) return 1;
  if (text.starts_with("\u0085")) return 2;
  return text.starts_with("\u2028") || text.starts_with("\u2029") ? 3 : 0;
}

// The first bytes of these.
constexpr ByteFinder kLineEndBytes("\n\v\f\r\x1C\x1D\x1E\xC2\xE2");

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
    if (is_ascii(text.back()) && !is_ascii_space(text.back())) break;
    const Decoded last = decode_last_code_point(text);
    if (!is_python_space(last.code_point)) break;
    text.remove_suffix(last.num_bytes);
  }
  return text;
}

std::string_view strip(std::string_view text) { return strip_end(strip_start(text)); }

void split_at_white_space(std::string_view text, std::vector<std::string_view>& words) {
  words.clear();
  SpaceSplitter(text, words).split();
}

void split_python_lines(std::string_view text, std::vector<std::string_view>& lines) {
  lines.clear();
  std::size_t begin = 0;
  std::size_t i = kLineEndBytes.find(text, 0);
  while (i < text.size()) {
    const std::size_t num_bytes = line_end_bytes(text.substr(i));
    if (num_bytes > 0) {
      lines.push_back(text.substr(begin, i - begin));
      begin = i + num_bytes;
    }
    i = kLineEndBytes.find(text, i + std::max<std::size_t>(num_bytes, 1));
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
}

}  // namespace tamis::text
