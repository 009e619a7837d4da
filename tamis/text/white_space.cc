#include "tamis/text/white_space.h"

#include <algorithm>
#include <bit>

#include "tamis/base/ascii.h"
#include "tamis/text/byte_finder.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tamis::text {
namespace {

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

constexpr std::size_t kBlockBytes = 64;

#ifdef __SSE2__

// One bit a byte, the first byte's lowest: which of sixteen are white space of one byte or may
// begin some of several. Of those of three, U+3000 is told from the Chinese marks that begin like
// it. Requires: two bytes behind.
std::uint64_t may_be_space(const char* sixteen_bytes) {
  const auto load = [&](std::size_t i) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(sixteen_bytes + i));
  };
  const auto is = [](__m128i bytes, unsigned char byte) {
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(byte)));
  };
  const auto is_within = [](__m128i bytes, unsigned char first, char num_more) {
    const __m128i offset = _mm_sub_epi8(bytes, _mm_set1_epi8(static_cast<char>(first)));
    return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8(num_more)), offset);
  };
  const __m128i bytes = load(0);
  const __m128i is_ascii_space = _mm_or_si128(is_within(bytes, '\t', 4), is_within(bytes, 0x1C, 4));
  const __m128i is_lead = _mm_or_si128(is(bytes, 0xC2), is_within(bytes, 0xE1, 1));
  const __m128i is_wide_space =
      _mm_and_si128(is(bytes, 0xE3), _mm_and_si128(is(load(1), 0x80), is(load(2), 0x80)));
  const __m128i marks = _mm_or_si128(_mm_or_si128(is_ascii_space, is_lead), is_wide_space);
  return static_cast<unsigned>(_mm_movemask_epi8(marks));
}

std::uint64_t may_be_space_in_block(const char* block) {
  std::uint64_t marks = 0;
  for (std::size_t i = 0; i < kBlockBytes; i += 16) marks |= may_be_space(block + i) << i;
  return marks;
}

#else

std::uint64_t may_be_space_in_block(const char*) { return ~std::uint64_t{0}; }

#endif

// Cuts at white space. Sixty-four bytes are looked at before any of them is cut, so that the
// processor guesses the number of spaces once a block, and not the length of every word.
class SpaceSplitter {
 public:
  SpaceSplitter(std::string_view text, std::vector<std::string_view>& words)
      : text_(text), words_(words) {}

  void split() {
    std::size_t block = 0;
    for (; block + kBlockBytes + 2 <= text_.size(); block += kBlockBytes) {
      std::uint64_t marks = may_be_space_in_block(text_.data() + block);
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
