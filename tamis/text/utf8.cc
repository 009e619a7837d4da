#include "tamis/text/utf8.h"

#include <simdjson.h>

#include <algorithm>

#include "tamis/text/word_hash.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tamis::text {
namespace {

// What table 3-7 of the Unicode Standard allows after a first byte: how many bytes follow, and
// the range of the first of them. The others are always 80..BF.
struct Sequence {
  std::uint32_t num_following;
  unsigned char second_min;
  unsigned char second_max;
};

constexpr Sequence sequence_of(unsigned char first) {
  if (first >= 0xC2 && first <= 0xDF) return {1, 0x80, 0xBF};
  if (first == 0xE0) return {2, 0xA0, 0xBF};
  if (first == 0xED) return {2, 0x80, 0x9F};
  if (first >= 0xE1 && first <= 0xEF) return {2, 0x80, 0xBF};
  if (first == 0xF0) return {3, 0x90, 0xBF};
  if (first >= 0xF1 && first <= 0xF3) return {3, 0x80, 0xBF};
  if (first == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

// The bits of the first byte that belong to the code point.
constexpr char32_t payload_of(unsigned char first, std::uint32_t num_following) {
  return first & (0x3Fu >> num_following);
}

constexpr std::size_t kBlockBytes = 16;

#ifdef __SSE2__

// The continuation bytes of `bytes` up to `end`, which it sets to the end of the last whole block.
// Lines are short: sums stay in bytes, one for each place of a block, as long as these hold them.
std::size_t count_continuation_blocks(std::string_view bytes, std::size_t& end) {
  constexpr std::size_t kBlocksMax = 255;
  const __m128i first_other = _mm_set1_epi8(static_cast<char>(0xC0));  // signed, as all below it
  __m128i sums = _mm_setzero_si128();
  while (bytes.size() - end >= kBlockBytes) {
    const std::size_t num_blocks = std::min((bytes.size() - end) / kBlockBytes, kBlocksMax);
    __m128i counts = _mm_setzero_si128();
    for (std::size_t block = 0; block < num_blocks; ++block, end += kBlockBytes) {
      const auto* const loaded = reinterpret_cast<const __m128i*>(bytes.data() + end);
      counts = _mm_sub_epi8(counts, _mm_cmpgt_epi8(first_other, _mm_loadu_si128(loaded)));
    }
    sums = _mm_add_epi64(sums, _mm_sad_epu8(counts, _mm_setzero_si128()));
  }
  return static_cast<std::size_t>(_mm_cvtsi128_si64(sums) +
                                  _mm_cvtsi128_si64(_mm_unpackhi_epi64(sums, sums)));
}

#else

std::size_t count_continuation_blocks(std::string_view bytes, std::size_t& end) {
  std::size_t sum = 0;
  for (; bytes.size() - end >= kBlockBytes; end += kBlockBytes) {
    sum += num_continuation_bytes(pack_word(bytes.substr(end, kBlockBytes)));
  }
  return sum;
}

#endif

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  return simdjson::validate_utf8(bytes.data(), bytes.size());
}

std::size_t count_code_points(std::string_view bytes) {
  std::size_t end = 0;
  const std::size_t num_in_blocks =
      bytes.size() < kBlockBytes ? 0 : count_continuation_blocks(bytes, end);
  return bytes.size() - num_in_blocks - num_continuation_bytes(pack_word(bytes.substr(end)));
}

std::size_t append_repaired_utf8(std::string_view bytes, std::string& out) {
  if (is_valid_utf8(bytes)) {
    out.append(bytes);
    return 0;
  }
  std::size_t num_replaced = 0;
  std::size_t copied_to = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const Decoded decoded = decode_code_point(bytes.substr(i));
    const std::string_view piece = bytes.substr(i, decoded.num_bytes);
    if (decoded.code_point == kReplacement && piece != "\xEF\xBF\xBD") {
      out.append(bytes.substr(copied_to, i - copied_to));
      append_code_point(kReplacement, out);
      copied_to = i + decoded.num_bytes;
      ++num_replaced;
    }
    i += decoded.num_bytes;
  }
  out.append(bytes.substr(copied_to));
  return num_replaced;
}

void append_code_point(char32_t code_point, std::string& out) {
  const auto append_byte = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  const auto append_following = [&](int shift) {
    append_byte(0x80 | (code_point >> shift & 0x3F));
  };
  const bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (is_surrogate || code_point > 0x10FFFF) code_point = kReplacement;
  if (code_point < 0x80) {
    append_byte(code_point);
  } else if (code_point < 0x800) {
    append_byte(0xC0 | code_point >> 6);
    append_following(0);
  } else if (code_point < 0x10000) {
    append_byte(0xE0 | code_point >> 12);
    append_following(6);
    append_following(0);
  } else {
    append_byte(0xF0 | code_point >> 18);
    append_following(12);
    append_following(6);
    append_following(0);
  }
}

Decoded decode_multibyte(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes.front());
  const Sequence sequence = sequence_of(first);
  if (sequence.num_following == 0) return {kReplacement, 1};
  char32_t code_point = payload_of(first, sequence.num_following);
  for (std::uint32_t i = 1; i <= sequence.num_following; ++i) {
    if (i == bytes.size()) return {kReplacement, i};
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const bool is_allowed = i == 1 ? byte >= sequence.second_min && byte <= sequence.second_max
                                   : is_continuation_byte(bytes[i]);
    if (!is_allowed) return {kReplacement, i};
    code_point = code_point << 6 | (byte & 0x3F);
  }
  return {code_point, sequence.num_following + 1};
}

Decoded decode_last_code_point(std::string_view bytes) {
  const std::size_t num_bytes_max = std::min<std::size_t>(4, bytes.size());
  for (std::size_t num_bytes = 1; num_bytes <= num_bytes_max; ++num_bytes) {
    const std::string_view tail = bytes.substr(bytes.size() - num_bytes);
    if (is_continuation_byte(tail.front())) continue;
    const Decoded decoded = decode_code_point(tail);
    if (decoded.num_bytes == num_bytes) return decoded;
    break;
  }
  return {kReplacement, 1};
}

std::string_view prefix_within(std::string_view bytes, std::size_t num_bytes_max) {
  if (bytes.size() <= num_bytes_max) return bytes;
  std::size_t end = num_bytes_max;
  const std::size_t end_min = end < 3 ? 0 : end - 3;  // a code point has at most 3 such bytes
  while (end > end_min && is_continuation_byte(bytes[end])) --end;
  return bytes.substr(0, end);
}

}  // namespace tamis::text
