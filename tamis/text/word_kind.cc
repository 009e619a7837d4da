#include "tamis/text/word_kind.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "tamis/base/ascii.h"
#include "tamis/base/language_tag.h"
#include "tamis/text/english_tokens.h"
#include "tamis/text/icu_normalizers.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"
#include "tamis/text/white_space.h"
#include "tamis/text/words.h"

namespace tamis::text {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(WordKind::kNumKinds)> kNames = {
    "letters",    "tokens",   "white_space",   "word_punct", "unicode_word_punct",
    "normalized", "stripped", "stripped_lower"};

enum class Class : std::uint8_t { kSpace, kWord, kOther };

constexpr bool is_ascii_word(char byte) { return is_ascii_alphanumeric(byte) || byte == '_'; }

constexpr std::array<Class, 128> kAsciiClasses = [] {
  std::array<Class, 128> classes = {};
  for (int i = 0; i < 128; ++i) {
    const bool is_space = i == ' ' || (i >= '\t' && i <= '\r') || (i >= 0x1C && i <= 0x1F);
    const Class other = is_space ? Class::kSpace : Class::kOther;
    classes[i] = is_ascii_word(static_cast<char>(i)) ? Class::kWord : other;
  }
  return classes;
}();

// Python's \w: letters, numbers of any kind and the underscore, but no marks.
Class class_of(char32_t code_point, const LetterTable& table) {
  if (code_point < 0x80) return kAsciiClasses[code_point];
  const Traits traits = table[code_point];
  if (traits.has(Traits::kLetter | Traits::kNumber)) return Class::kWord;
  return traits.has(Traits::kWhiteSpace) ? Class::kSpace : Class::kOther;
}

// \w of Unicode's regular expressions (UTS 18, annex C): what is alphabetic, marks, decimal digits,
// connectors and joiners.
Class unicode_class_of(char32_t code_point, const LetterTable& table) {
  const bool is_separator = code_point >= 0x1C && code_point <= 0x1F;  // white space of Python's
  if (code_point < 0x80) return is_separator ? Class::kOther : kAsciiClasses[code_point];
  const Traits traits = table[code_point];
  if (traits.has(Traits::kLetter | Traits::kDigit | Traits::kMark)) return Class::kWord;
  if (traits.has(Traits::kWhiteSpace)) return Class::kSpace;
  const auto character = static_cast<UChar32>(code_point);
  const bool is_word = u_isUAlphabetic(character) ||
                       u_hasBinaryProperty(character, UCHAR_JOIN_CONTROL) ||
                       u_charType(character) == U_CONNECTOR_PUNCTUATION;
  return is_word ? Class::kWord : Class::kOther;
}

// The regular expression \w+|[^\w\s]+, by the classes that `class_of` tells.
template <typename ClassOf>
void split_word_punct(std::string_view text, ClassOf class_of,
                      std::vector<std::string_view>& words) {
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

// ICU fails for want of memory alone; then the text stays as it is.
void lower_beyond_ascii(std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string lower;
  icu::StringByteSink<std::string> sink(&lower);
  icu::CaseMap::utf8ToLower("", 0, text, sink, nullptr, status);
  if (U_SUCCESS(status)) text = std::move(lower);
}

void decompose(std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string decomposed;
  icu::StringByteSink<std::string> sink(&decomposed);
  const icu::Normalizer2* const nfd = nfd_normalizer();
  if (nfd == nullptr) return;
  nfd->normalizeUTF8(0, text, sink, nullptr, status);
  if (U_SUCCESS(status)) text = std::move(decomposed);
}

// Lower case of ASCII without its punctuation; other bytes stay. 0: the byte goes.
constexpr std::array<char, 256> kFolded = [] {
  std::array<char, 256> folded = {};
  for (int i = 1; i < 256; ++i) {
    const char byte = static_cast<char>(i);
    folded[i] = is_ascii_punctuation(byte) ? '\0' : to_lower(byte);
  }
  return folded;
}();

void fold(std::string_view text, std::string& folded) {
  folded.resize(text.size());
  std::size_t num_bytes = 0;
  char all_bits = 0;
  for (const char byte : text) {
    const char lower = kFolded[static_cast<unsigned char>(byte)];
    folded[num_bytes] = lower;
    num_bytes += lower != 0 || byte == 0 ? 1 : 0;
    all_bits = static_cast<char>(all_bits | byte);
  }
  folded.resize(num_bytes);
  if (static_cast<unsigned char>(all_bits) < 0x80) return;
  lower_beyond_ascii(folded);
  decompose(folded);
}

void lower(std::string_view text, std::string& lower) {
  lower.resize(text.size());
  char all_bits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    lower[i] = to_lower(byte);
    all_bits = static_cast<char>(all_bits | byte);
  }
  if (static_cast<unsigned char>(all_bits) >= 0x80) lower_beyond_ascii(lower);
}

std::string_view strip_special(std::string_view word, const LetterTable& table) {
  while (!word.empty()) {
    const Decoded first = decode_code_point(word);
    if (!table[first.code_point].has(Traits::kSpecial)) break;
    word.remove_prefix(first.num_bytes);
  }
  while (!word.empty()) {
    const Decoded last = decode_last_code_point(word);
    if (!table[last.code_point].has(Traits::kSpecial)) break;
    word.remove_suffix(last.num_bytes);
  }
  return word;
}

void split_stripped(std::string_view text, std::vector<std::string_view>& words) {
  const LetterTable& table = letter_table();
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && text[end] != ' ' && text[end] != '\n' && text[end] != '\t') ++end;
    const std::string_view word = strip_special(text.substr(begin, end - begin), table);
    if (!word.empty()) words.push_back(word);
    begin = end + 1;
  }
}

}  // namespace

std::span<const std::string_view> word_kind_names() { return kNames; }

std::string_view word_kind_name(WordKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<WordKind> find_word_kind(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<WordKind>(found - kNames.begin());
}

void WordSplitter::split(std::string_view text, WordKind kind, std::string_view language,
                         std::vector<std::string_view>& words) {
  words.clear();
  switch (kind) {
    case WordKind::kLetters:
      return split_words(text, words);
    case WordKind::kTokens:
      if (primary_language(language) == "zh") return chinese_.split(text, words);
      return split_english_tokens(text, words);
    case WordKind::kWhiteSpace:
      return split_at_white_space(text, words);
    case WordKind::kWordPunct:
      return split_word_punct(text, class_of, words);
    case WordKind::kUnicodeWordPunct:
      return split_word_punct(text, unicode_class_of, words);
    case WordKind::kNormalized:
      fold(text, normalized_);
      return split_at_white_space(normalized_, words);
    case WordKind::kStripped:
      return split_stripped(text, words);
    case WordKind::kStrippedLower:
      lower(text, lower_);
      return split_stripped(lower_, words);
    case WordKind::kNumKinds:
      break;
  }
}

}  // namespace tamis::text
