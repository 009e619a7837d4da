#include "tamis/text/english_token_affixes.h"

#include <algorithm>
#include <array>

#include "tamis/base/ascii.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

constexpr char32_t kEllipsis = U'\u2026';
constexpr std::string_view kEllipsisBytes = "\u2026";

// What is split off behind an ASCII digit, besides the one-character currencies. Two of spaCy's
// units run together in its list, for want of a space: U+0442 U+0431 and U+0643 U+0645.
constexpr std::string_view kUnits[] = {
    "%",   "GB",   "G",   "KB",  "K",   "MB",   "M",     "Pa",   "TB",  "T",   "cm",  "cm²", "cm³",
    "dm",  "dm²",  "dm³", "ft",  "g",   "gb",   "ha",    "hPa",  "in",  "kb",  "kg",  "km",  "km/h",
    "km²", "km³",  "kmh", "lb",  "m",   "m/s",  "mb",    "mbar", "mg",  "mm",  "mm²", "mm³", "mph",
    "m²",  "m³",   "nm",  "oz",  "t",   "tb",   "yd",    "µg",   "µm",  "ГБ",  "Гб",  "КБ",  "Кб",
    "МБ",  "Мб",   "Па",  "ТБ",  "Тб",  "г",    "гб",    "дм",   "дм²", "дм³", "кПа", "кб",  "кг",
    "км",  "км/ч", "км²", "км³", "м",   "м/с",  "мб",    "мбар", "мг",  "мм",  "мм²", "мм³", "м²",
    "м³",  "нм",   "см",  "см²", "см³", "тбكم", "اكواب", "جرام", "جم",  "سم",  "سم²", "سم³", "غرام",
    "كغ",  "كم",   "كم²", "كم³", "كوب", "م",    "ملغ",   "مم",   "مم²", "مم³", "م²",  "م³",
};
constexpr std::string_view kDollars[] = {"US$", "C$", "A$"};

constexpr std::size_t kUnitBytesMax =
    std::max_element(std::begin(kUnits), std::end(kUnits),
                     [](auto a, auto b) { return a.size() < b.size(); }) -> size();

// The bytes with which a token in the middle may begin.
constexpr std::array<bool, 256> kMayBeginInfix = [] {
  std::array<bool, 256> may_begin = {};
  for (const char byte : std::string_view(".,-~:<>=/+*^")) may_begin[static_cast<int>(byte)] = true;
  for (int byte = 0x80; byte < 0x100; ++byte) may_begin[byte] = true;
  return may_begin;
}();

std::size_t num_dots_at(std::string_view chunk, std::size_t begin) {
  return std::min(chunk.find_first_not_of('.', begin), chunk.size()) - begin;
}

std::size_t num_last_dots(std::string_view chunk) {
  return chunk.size() - (chunk.find_last_not_of('.') + 1);
}

// A unit, or a dollar of some country, that stands behind a digit at the end of `chunk`.
std::size_t unit_bytes(std::string_view chunk) {
  const std::size_t num_bytes_max = std::min(kUnitBytesMax + 1, chunk.size());
  for (std::size_t num_bytes = 1; num_bytes < num_bytes_max; ++num_bytes) {
    if (!is_ascii_digit(chunk[chunk.size() - num_bytes - 1])) continue;
    const std::string_view unit = chunk.substr(chunk.size() - num_bytes);
    const bool is_unit = std::ranges::find(kUnits, unit) != std::end(kUnits) ||
                         std::ranges::find(kDollars, unit) != std::end(kDollars);
    return is_unit ? num_bytes : 0;
  }
  return 0;
}

std::size_t genitive_bytes(std::string_view chunk) {
  if (chunk.back() != 's' && chunk.back() != 'S') return 0;
  for (const std::string_view apostrophe : {"'", "\u2019"}) {
    if (chunk.substr(0, chunk.size() - 1).ends_with(apostrophe)) return apostrophe.size() + 1;
  }
  return 0;
}

}  // namespace

std::size_t EnglishAffixes::prefix_bytes(std::string_view chunk) const {
  const Decoded first = decode_code_point(chunk);
  if (first.code_point == '.') {
    const std::size_t num_dots = num_dots_at(chunk, 0);
    return num_dots > 1 ? num_dots : 0;
  }
  if (first.code_point == '+') return chunk.size() == 1 || !is_ascii_digit(chunk[1]) ? 1 : 0;
  if (table_[first.code_point].has(TokenTraits::kPrefix)) return first.num_bytes;
  for (const std::string_view dollar : kDollars) {
    const bool may_start = chunk.size() >= dollar.size() && chunk[dollar.size() - 1] == '$';
    if (may_start && chunk.starts_with(dollar)) return dollar.size();
  }
  return 0;
}

std::size_t EnglishAffixes::suffix_bytes(std::string_view chunk) const {
  if (chunk.empty()) return 0;
  if (chunk.back() == '.') return period_suffix_bytes(chunk);
  if (chunk.ends_with("\u2026\u2026")) return 2 * kEllipsisBytes.size();
  const Decoded last = decode_last_code_point(chunk);
  const TokenTraits traits = table_[last.code_point];
  if (traits.has(TokenTraits::kSuffix)) return last.num_bytes;
  if (const std::size_t num_bytes = genitive_bytes(chunk); num_bytes > 0) return num_bytes;
  const bool is_behind_digit = has_digit_before(chunk, chunk.size() - last.num_bytes);
  if (is_behind_digit && (last.code_point == '+' || traits.has(TokenTraits::kCurrency))) {
    return last.num_bytes;
  }
  return unit_bytes(chunk);
}

// A single period is split off words in lower case, of two capitals at least, and off marks; so
// that "A." and "e.V." keep theirs.
std::size_t EnglishAffixes::period_suffix_bytes(std::string_view chunk) const {
  const std::size_t num_dots = num_last_dots(chunk);
  if (num_dots > 1) return num_dots;
  const std::string_view word = chunk.substr(0, chunk.size() - 1);
  if (word.empty()) return 0;
  const Decoded last = decode_last_code_point(word);
  const TokenTraits traits = table_[last.code_point];
  if (traits.has(TokenTraits::kBeforePeriod)) return 1;
  const std::size_t rest = word.size() - last.num_bytes;
  if (traits.has(TokenTraits::kUpper) && traits_before(word, rest).has(TokenTraits::kUpper)) {
    return 1;
  }
  constexpr std::string_view kTemperatureScales = "FCK";
  const bool is_temperature = word.substr(0, rest).ends_with("\u00B0") &&
                              kTemperatureScales.find(word.back()) != kTemperatureScales.npos;
  return is_temperature ? 1 : 0;
}

std::string_view EnglishAffixes::next_infix(std::string_view chunk, std::size_t begin) const {
  while (begin < chunk.size()) {
    const char byte = chunk[begin];
    if (kMayBeginInfix[static_cast<unsigned char>(byte)]) {
      const std::size_t num_bytes = infix_bytes(chunk, begin);
      if (num_bytes > 0) return chunk.substr(begin, num_bytes);
      begin += decode_code_point(chunk.substr(begin)).num_bytes;
    } else {
      ++begin;
    }
  }
  return chunk.substr(chunk.size());
}

std::size_t EnglishAffixes::infix_bytes(std::string_view chunk, std::size_t begin) const {
  constexpr auto kLetter = TokenTraits::kLetter;
  const char byte = chunk[begin];
  const bool is_before_digit_or_minus =
      begin + 1 < chunk.size() && (is_ascii_digit(chunk[begin + 1]) || chunk[begin + 1] == '-');
  const bool is_operand = has_digit_before(chunk, begin) && is_before_digit_or_minus;
  switch (byte) {
    case '.':
      return period_infix_bytes(chunk, begin);
    case ',':
      return is_between(chunk, begin, begin + 1, kLetter, kLetter) ? 1 : 0;
    case '+':
    case '*':
    case '^':
      return is_operand ? 1 : 0;
    case '-':
      return is_operand ? 1 : hyphen_infix_bytes(chunk, begin);
    case '~':
      return hyphen_infix_bytes(chunk, begin);
    case ':':
    case '<':
    case '>':
    case '=':
    case '/':
      return is_between(chunk, begin, begin + 1, TokenTraits::kAlphanumeric, kLetter) ? 1 : 0;
    default:
      return wide_infix_bytes(chunk, begin);
  }
}

// Dots; or the period between two sentences that no space divides.
std::size_t EnglishAffixes::period_infix_bytes(std::string_view chunk, std::size_t begin) const {
  const std::size_t num_dots = num_dots_at(chunk, begin);
  if (num_dots > 1) return num_dots;
  const bool is_end_of_sentence =
      is_between(chunk, begin, begin + 1, TokenTraits::kLower | TokenTraits::kQuote,
                 TokenTraits::kUpper | TokenTraits::kQuote);
  return is_end_of_sentence ? 1 : 0;
}

// One of the hyphens between a letter or digit and a letter. Of "--" and the like no part is one.
std::size_t EnglishAffixes::hyphen_infix_bytes(std::string_view chunk, std::size_t begin) const {
  constexpr std::string_view kHyphens[] = {"-",   "\u2013",       "\u2014", "--",
                                           "---", "\u2014\u2014", "~"};
  for (const std::string_view hyphen : kHyphens) {
    if (chunk.substr(begin).starts_with(hyphen) &&
        is_between(chunk, begin, begin + hyphen.size(), TokenTraits::kAlphanumeric,
                   TokenTraits::kLetter)) {
      return hyphen.size();
    }
  }
  return 0;
}

std::size_t EnglishAffixes::wide_infix_bytes(std::string_view chunk, std::size_t begin) const {
  const Decoded decoded = decode_code_point(chunk.substr(begin));
  if (decoded.code_point == kEllipsis) return decoded.num_bytes;
  if (table_[decoded.code_point].has(TokenTraits::kSymbol)) return decoded.num_bytes;
  const bool is_dash = decoded.code_point == U'\u2013' || decoded.code_point == U'\u2014';
  return is_dash ? hyphen_infix_bytes(chunk, begin) : 0;
}

bool EnglishAffixes::is_between(std::string_view chunk, std::size_t begin, std::size_t end,
                                TokenTraits::Bits before, TokenTraits::Bits behind) const {
  return traits_before(chunk, begin).has(before) && traits_at(chunk, end).has(behind);
}

TokenTraits EnglishAffixes::traits_before(std::string_view chunk, std::size_t end) const {
  if (end == 0) return {};
  return table_[decode_last_code_point(chunk.substr(0, end)).code_point];
}

TokenTraits EnglishAffixes::traits_at(std::string_view chunk, std::size_t begin) const {
  if (begin >= chunk.size()) return {};
  return table_[decode_code_point(chunk.substr(begin)).code_point];
}

bool EnglishAffixes::has_digit_before(std::string_view chunk, std::size_t end) const {
  return end > 0 && is_ascii_digit(chunk[end - 1]);
}

}  // namespace tamis::text
