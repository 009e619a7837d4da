#include "tamis/text/word_kind.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>

#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"
#include "tamis/text/white_space.h"
#include "tamis/text/words.h"

namespace tamis::text {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(WordKind::kNumKinds)> kNames = {
    "letters", "tokens", "white_space", "word_punct", "normalized"};

enum class Class : std::uint8_t { kSpace, kWord, kOther };

// Python's \w: letters, numbers of any kind and the underscore, but no marks.
Class class_of(char32_t code_point, const LetterTable& table) {
  if (table[code_point].has(Traits::kLetter | Traits::kNumber) || code_point == U'_')
    return Class::kWord;
  return is_python_space(code_point) ? Class::kSpace : Class::kOther;
}

// The regular expression \w+|[^\w\s]+.
void split_word_punct(std::string_view text, std::vector<std::string_view>& words) {
  const LetterTable& table = letter_table();
  std::size_t begin = 0;
  Class last = Class::kSpace;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_code_point(text.substr(i));
    const Class kind = class_of(decoded.code_point, table);
    if (kind != last) {
      if (last != Class::kSpace) words.push_back(text.substr(begin, i - begin));
      begin = i;
      last = kind;
    }
    i += decoded.num_bytes;
  }
  if (last != Class::kSpace) words.push_back(text.substr(begin));
}

constexpr bool is_ascii_punctuation(char byte) {
  return (byte >= '!' && byte <= '/') || (byte >= ':' && byte <= '@') ||
         (byte >= '[' && byte <= '`') || (byte >= '{' && byte <= '~');
}

// Lower case, then NFD. ICU fails for want of memory alone; then the text stays as it is.
void fold_beyond_ascii(std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string lower;
  icu::StringByteSink<std::string> lower_sink(&lower);
  icu::CaseMap::utf8ToLower("", 0, text, lower_sink, nullptr, status);
  std::string decomposed;
  icu::StringByteSink<std::string> sink(&decomposed);
  const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_SUCCESS(status)) nfd->normalizeUTF8(0, lower, sink, nullptr, status);
  if (U_SUCCESS(status)) text = std::move(decomposed);
}

void fold(std::string_view text, std::string& folded) {
  folded.clear();
  bool is_ascii = true;
  for (const char byte : text) {
    if (is_ascii_punctuation(byte)) continue;
    is_ascii = is_ascii && static_cast<unsigned char>(byte) < 0x80;
    folded += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte;
  }
  if (!is_ascii) fold_beyond_ascii(folded);
}

}  // namespace

std::span<const std::string_view> word_kind_names() { return kNames; }

std::string_view word_kind_name(WordKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<WordKind> find_word_kind(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<WordKind>(found - kNames.begin());
}

void WordSplitter::split(std::string_view text, WordKind kind,
                         [[maybe_unused]] std::string_view language,
                         std::vector<std::string_view>& words) {
  words.clear();
  switch (kind) {
    case WordKind::kLetters:
    case WordKind::kTokens:
      return split_words(text, words);
    case WordKind::kWhiteSpace:
      return split_at_white_space(text, words);
    case WordKind::kWordPunct:
      return split_word_punct(text, words);
    case WordKind::kNormalized:
      fold(text, normalized_);
      return split_at_white_space(normalized_, words);
    case WordKind::kNumKinds:
      break;
  }
}

}  // namespace tamis::text
