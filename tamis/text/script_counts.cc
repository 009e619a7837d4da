#include "tamis/text/script_counts.h"

#include <algorithm>
#include <numeric>

#include "tamis/base/ascii.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

// ASCII is counted by adding one of three 21-bit fields a byte: one addition, where a counter
// for each kind would wait for its own last store.
constexpr int kFieldBits = 21;
constexpr std::uint64_t kFieldMask = (1u << kFieldBits) - 1;
constexpr std::size_t kRunBytesMax = kFieldMask;  // what a field can count

constexpr std::array<std::uint64_t, 128> kAsciiFields = [] {
  std::array<std::uint64_t, 128> fields = {};
  for (int i = 0; i < 128; ++i) {
    const char byte = static_cast<char>(i);
    const bool is_space = byte == ' ' || (byte >= '\t' && byte <= '\r');
    if (is_ascii_letter(byte)) fields[i] = 1;
    if (is_ascii_digit(byte)) fields[i] = std::uint64_t{1} << kFieldBits;
    if (is_space) fields[i] = std::uint64_t{1} << 2 * kFieldBits;
  }
  return fields;
}();

// Counts the ASCII bytes that `text` begins with; returns how many there are.
std::size_t count_ascii_run(std::string_view text, ScriptCounts& counts) {
  std::uint64_t fields = 0;
  std::size_t i = 0;
  const std::size_t end = std::min(text.size(), kRunBytesMax);
  for (; i < end && static_cast<unsigned char>(text[i]) < 0x80; ++i) {
    fields += kAsciiFields[static_cast<unsigned char>(text[i])];
  }
  const auto letters = static_cast<std::int64_t>(fields & kFieldMask);
  const auto digits = static_cast<std::int64_t>(fields >> kFieldBits & kFieldMask);
  const auto spaces = static_cast<std::int64_t>(fields >> 2 * kFieldBits);
  counts.letters[static_cast<std::size_t>(Script::kLatin)] += letters;
  counts.digits += digits;
  counts.white_space += spaces;
  counts.others += static_cast<std::int64_t>(i) - letters - digits - spaces;
  return i;
}

void count(Traits traits, ScriptCounts& counts) {
  if (traits.has(Traits::kLetter | Traits::kIdeograph)) {
    ++counts.letters[static_cast<std::size_t>(traits.script())];
  } else if (traits.has(Traits::kDigit)) {
    ++counts.digits;
  } else if (traits.has(Traits::kWhiteSpace)) {
    ++counts.white_space;
  } else {
    ++counts.others;
  }
}

}  // namespace

std::int64_t ScriptCounts::num_code_points() const {
  return std::accumulate(letters.begin(), letters.end(), digits + white_space + others);
}

ScriptCounts count_scripts(std::string_view text) {
  ScriptCounts counts;
  const LetterTable& table = letter_table();
  while (!text.empty()) {
    text.remove_prefix(count_ascii_run(text, counts));
    while (!text.empty() && static_cast<unsigned char>(text.front()) >= 0x80) {
      const Decoded decoded = decode_multibyte(text);
      count(table[decoded.code_point], counts);
      text.remove_prefix(decoded.num_bytes);
    }
  }
  return counts;
}

std::int64_t chinese_code_points(std::string_view text) {
  return count_scripts(text).of(Script::kHan);
}

}  // namespace tamis::text
