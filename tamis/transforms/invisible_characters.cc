// Removes what nobody sees: control characters, zero-width marks, byte order marks, private use.
//
// A page shows the same with and without them, but tokenizers, word lists and duplicate search
// do not. The few that change what is shown stay: joiners inside Persian and Indic words and
// inside emoji, and the selectors that make a symbol a picture (Unicode 15, sections 23.2-23.8).
#include <algorithm>

#include "tamis/text/emoji.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"
#include "tamis/transforms/transform.h"

namespace tamis::transforms {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr bool is_in(std::span<const Range> ranges, char32_t code_point) {
  const auto range = std::ranges::lower_bound(ranges, code_point, {}, &Range::last);
  return range != ranges.end() && range->first <= code_point;
}

// Sorted. Joiners, selectors and tags are here too: is_meaningful() saves some of them.
constexpr Range kInvisible[] = {
    {0x0000, 0x0008},  // control characters but tab and line feed, which are text
    {0x000E, 0x001F},    {0x007F, 0x0084}, {0x0086, 0x009F}, {0x00AD, 0x00AD},  // soft hyphen
    {0x034F, 0x034F},     // combining grapheme joiner
    {0x061C, 0x061C},     // Arabic letter mark
    {0x180E, 0x180E},     // Mongolian vowel separator
    {0x200B, 0x200F},     // zero-width space, joiners, direction marks
    {0x202A, 0x202E},     // direction embeddings
    {0x2060, 0x206F},     // word joiner, invisible operators, direction isolates
    {0x3164, 0x3164},     // Hangul filler
    {0xE000, 0xF8FF},     // private use
    {0xFDD0, 0xFDEF},     // noncharacters
    {0xFE00, 0xFE0F},     // variation selectors
    {0xFEFF, 0xFEFF},     // byte order mark
    {0xFFA0, 0xFFA0},     // half-width Hangul filler
    {0xFFF0, 0xFFFF},     // annotation, object and replacement characters, noncharacters
    {0xE0000, 0xE0FFF},   // tags, further variation selectors
    {0xF0000, 0x10FFFF},  // private use
};

constexpr Range kLineBreaks[] = {{0x000B, 0x000D}, {0x0085, 0x0085}, {0x2028, 0x2029}};

// Most of what is neither, so that text is passed without a search: letters of Europe, quotation
// marks, Chinese, Japanese and Korean with their full-width punctuation.
constexpr Range kPlain[] = {
    {0x00B0, 0x034E}, {0x2010, 0x2027}, {0x2070, 0x3163}, {0x3165, 0xDFFF}, {0xFF00, 0xFF9F}};

constexpr bool overlaps(const Range& range, std::span<const Range> others) {
  return std::ranges::any_of(others, [&](const Range& other) {
    return other.first <= range.last && range.first <= other.last;
  });
}
static_assert(std::ranges::none_of(kPlain, [](const Range& range) {
  return overlaps(range, kInvisible) || overlaps(range, kLineBreaks);
}));

bool is_plain(char32_t code_point) {
  if (code_point < 0x80)
    return code_point == U'\t' || code_point == U'\n' || (code_point >= U' ' && code_point != 0x7F);
  return std::ranges::any_of(kPlain, [&](const Range& range) {
    return code_point >= range.first && code_point <= range.last;
  });
}

// How many bytes of plain characters `text` begins with.
std::size_t num_plain_bytes(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const text::Decoded decoded = text::decode_code_point(text.substr(end));
    if (!is_plain(decoded.code_point)) break;
    end += decoded.num_bytes;
  }
  return end;
}

// Scripts whose letters join or stack, so that joiners between them are spelling.
constexpr Range kJoiningScripts[] = {
    {0x0600, 0x0DFF},                      // Arabic, Syriac ... Sinhala
    {0x0F00, 0x109F},                      // Tibetan, Myanmar
    {0x1780, 0x18AF},                      // Khmer, Mongolian
    {0xA840, 0xAAFF},                      // Phags-pa ... Myanmar extended
    {0xFB50, 0xFDCF},                      // Arabic presentation forms
    {0xFE70, 0xFEFC}, {0x11000, 0x11FFF},  // Brahmi and its kin
};

bool is_joining_letter(char32_t code_point) {
  return is_in(kJoiningScripts, code_point) &&
         (text::is_letter(code_point) || text::is_mark(code_point));
}

constexpr char32_t kZeroWidthNonJoiner = 0x200C;
constexpr char32_t kKeycap = 0x20E3;

char32_t first_code_point(std::string_view text) {
  return text.empty() ? U'\0' : text::decode_code_point(text).code_point;
}

// True if an invisible character changes how what stands before it and behind it looks.
// `previous` is the last code point that was kept.
bool is_meaningful(char32_t code_point, char32_t previous, char32_t next) {
  switch (code_point) {
    case text::kZeroWidthJoiner:
      if (previous == text::kEmojiStyle || text::can_be_emoji(previous)) {
        return next >= 0x80 && text::can_be_emoji(next);
      }
      // At the end of a word too: it asks for a letter's joined form.
      return is_joining_letter(previous);
    case kZeroWidthNonJoiner:
      return is_joining_letter(previous) && is_joining_letter(next);
    case text::kTextStyle:
    case text::kEmojiStyle:
      return text::can_be_emoji(previous) && (previous >= 0x80 || next == kKeycap);
    default:
      return false;
  }
}

// Tags spell the region of a flag behind U+1F3F4; anywhere else they are hidden text.
constexpr char32_t kBlackFlag = 0x1F3F4;
bool is_flag_tag(char32_t code_point, char32_t previous) {
  const auto is_tag = [](char32_t character) {
    return character >= 0xE0020 && character <= 0xE007F;
  };
  return is_tag(code_point) && (previous == kBlackFlag || is_tag(previous));
}

void rewrite(std::string_view text, std::string& edited) {
  char32_t previous = U'\0';
  while (!text.empty()) {
    if (const std::size_t num_plain = num_plain_bytes(text); num_plain > 0) {
      const std::string_view plain = text.substr(0, num_plain);
      edited.append(plain);
      previous = text::decode_last_code_point(plain).code_point;
      text.remove_prefix(num_plain);
      continue;
    }
    const auto [code_point, num_bytes] = text::decode_code_point(text);
    const std::string_view rest = text.substr(num_bytes);
    if (is_in(kLineBreaks, code_point)) {
      if (code_point != U'\r' || !rest.starts_with('\n')) edited.push_back('\n');
      previous = U'\n';
    } else if (!is_in(kInvisible, code_point) || is_flag_tag(code_point, previous) ||
               is_meaningful(code_point, previous, first_code_point(rest))) {
      edited.append(text, 0, num_bytes);
      previous = code_point;
    }
    text = rest;
  }
}

constexpr Example kExamples[] = {
    {.text = "\uFEFFzero\u200Bwidth and soft\u00ADhyphen", .edited = "zerowidth and softhyphen"},
    {.text = "一行\r\n二行\u2028三行", .edited = "一行\n二行\n三行"},
    {.text = "人民\u200B网\uE003", .edited = "人民网"},
    {.text = "می\u200Cخواهم 👩\u200D💻", .edited = "می\u200Cخواهم 👩\u200D💻"},
};

}  // namespace

extern constinit const TransformSpec invisible_characters = transform({
    .name = "invisible_characters",
    .version = 1,
    .summary = "Removes control, zero-width and private-use characters; every line break becomes a "
               "line feed.",
    .why = "They are invisible to readers but split words for tokenizers, word lists and duplicate "
           "search; joiners that Persian, Indic scripts and emoji need are kept.",
    .source = {.work = "The Unicode Standard 15.0",
               .url = "https://www.unicode.org/versions/Unicode15.0.0/ch23.pdf",
               .where = "sections 23.1-23.9"},
    .examples = kExamples,
    .edit = rewriting<rewrite>,
});

}  // namespace tamis::transforms
