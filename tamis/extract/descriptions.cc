#include "tamis/extract/descriptions.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "tamis/extract/ascii.h"
#include "tamis/extract/field_text.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

constexpr std::string_view kFields[] = {"description", "og:description", "twitter:description"};
constexpr std::size_t kLinesMax = 5;  // three fields, some of them twice
constexpr std::size_t kDescriptionsBytesMax = 3000;
constexpr std::size_t kDescriptionLettersMax = 600;
constexpr std::size_t kSharedBytes = 30;
constexpr std::size_t kTextLettersMax = 90;  // from the start of a text

// Of a byte of ASCII what it adds to the letters: a small letter, a digit, or nothing.
constexpr auto kLetters = [] {
  std::array<char, 128> letters = {};
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const auto byte = static_cast<char>(i);
    letters[i] = is_ascii_alphanumeric(byte) ? to_lower(byte) : '\0';
  }
  return letters;
}();

// Appends the letters and digits of `text`, up to so many bytes of them and a character.
void append_letters(std::string_view text, std::size_t num_bytes_max, std::string& letters) {
  constexpr std::size_t kCharacterBytesMax = 4;
  const std::size_t begin = letters.size();
  letters.resize(begin + num_bytes_max + kCharacterBytesMax);
  char* out = letters.data() + begin;
  const char* const end = out + num_bytes_max;
  for (std::size_t i = 0; i < text.size() && out < end;) {
    if (is_ascii(text[i])) {
      const char letter = kLetters[static_cast<std::size_t>(text[i++])];
      *out = letter;
      out += letter != '\0';
      continue;
    }
    const text::Decoded decoded = text::decode_multibyte(text.substr(i));
    const text::Traits traits = text::letter_table()[decoded.code_point];
    if (traits.has(text::Traits::kLetter | text::Traits::kDigit | text::Traits::kMark))
      out = std::copy_n(text.data() + i, decoded.num_bytes, out);
    i += decoded.num_bytes;
  }
  letters.resize(static_cast<std::size_t>(out - letters.data()));
}

// Of so many bytes, all of which count.
std::uint64_t hash_shared(const char* bytes) {
  static_assert(kSharedBytes == 30);
  std::uint64_t hash = 0;
  for (const std::size_t begin : {0, 8, 16, 22}) {
    std::uint64_t packed = 0;
    std::memcpy(&packed, bytes + begin, sizeof packed);
    hash = (hash ^ hash >> 32 ^ packed) * 0x9E3779B97F4A7C15;
  }
  return hash;
}

}  // namespace

void read_description(const Token& token, std::string& descriptions) {
  std::string_view name = token.attribute("name");
  if (name.empty()) name = token.attribute("property");
  if (!is_any_of(name, kFields) || descriptions.size() >= kDescriptionsBytesMax) return;
  append_letters(field_text(token.attribute("content"), ReferenceContext::kAttribute),
                 kDescriptionLettersMax, descriptions);
  descriptions += '\n';
}

DescriptionMatcher::DescriptionMatcher(std::string_view descriptions) {
  while (!descriptions.empty()) {
    const std::string_view line = descriptions.substr(0, descriptions.find('\n'));
    const bool is_new = std::ranges::find(lines_, line) == lines_.end();
    if (line.size() >= kSharedBytes && is_new && lines_.size() < kLinesMax) add(line);
    descriptions.remove_prefix(line.size() + 1);
  }
}

void DescriptionMatcher::add(std::string_view line) {
  lines_.push_back(line);
  for (std::size_t i = 0; i + kSharedBytes <= line.size(); ++i)
    sieve_[hash_shared(line.data() + i) >> kSieveShift] = true;
}

bool DescriptionMatcher::matches(std::string_view text) {
  if (lines_.empty() || text.size() < kSharedBytes) return false;
  letters_.clear();
  append_letters(text, kTextLettersMax, letters_);
  if (letters_.size() < kSharedBytes) return false;
  const std::string_view letters = letters_;
  const bool may_begin_so = sieve_[hash_shared(letters.data()) >> kSieveShift];
  return std::ranges::any_of(lines_, [&](std::string_view line) {
    return (may_begin_so && line.find(letters.substr(0, kSharedBytes)) != line.npos) ||
           letters.find(line.substr(0, kSharedBytes)) != letters.npos;
  });
}

}  // namespace tamis::extract
