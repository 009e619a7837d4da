#include "tamis/rules/garbled_text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <vector>

#include "tamis/text/code_point_walk.h"
#include "tamis/text/ideographs.h"
#include "tamis/text/transcode.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

using text::Decoded;

// The two bytes of each code point in GBK, 0 of those that it lacks.
class GbkTable {
 public:
  GbkTable() {
    std::string pairs;
    for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
      for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
        pairs += {static_cast<char>(lead), static_cast<char>(trail), '\n'};
      }
    }
    const auto decoded = text::transcode(pairs, "GB18030");
    if (!decoded) return;
    std::string_view rest = decoded->text;
    for (std::size_t i = 0; i < pairs.size() && !rest.empty(); i += 3) {
      const std::size_t end = rest.find('\n');
      if (end == rest.npos) break;
      add(rest.substr(0, end),
          static_cast<unsigned char>(pairs[i]) << 8 | static_cast<unsigned char>(pairs[i + 1]));
      rest.remove_prefix(end + 1);
    }
  }

  std::uint16_t operator[](char32_t code_point) const {
    return code_point < bytes_.size() ? bytes_[code_point] : std::uint16_t{0};
  }

 private:
  // What decodes to more or less than one character is no pair of GBK.
  void add(std::string_view character, int bytes) {
    if (character.empty()) return;
    const Decoded decoded = text::decode_code_point(character);
    const bool is_one = decoded.num_bytes == character.size() && decoded.code_point > 0x7F &&
                        decoded.code_point < bytes_.size() &&
                        decoded.code_point != text::kReplacement;
    if (is_one) bytes_[decoded.code_point] = static_cast<std::uint16_t>(bytes);
  }

  std::vector<std::uint16_t> bytes_ = std::vector<std::uint16_t>(0x10000);
};

const GbkTable& gbk_table() {
  static const GbkTable kTable;
  return kTable;
}

constexpr bool is_continuation(unsigned byte) { return byte >= 0x80 && byte <= 0xBF; }

// How many bytes a UTF-8 character with this lead has, 0 if it begins none of several bytes.
constexpr int bytes_of_lead(unsigned lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

// Quotation marks, dashes and the ellipsis: what English text has besides ASCII.
constexpr bool is_english_mark(char32_t code_point) {
  return code_point == 0x2013 || code_point == 0x2014 || code_point == 0x2026 ||
         (code_point >= 0x2018 && code_point <= 0x201D);
}

using text::is_common_ideograph;

// What Chinese text consists of besides ASCII: characters, full-width and other marks.
constexpr bool is_of_chinese_text(char32_t code_point) {
  return is_common_ideograph(code_point) || (code_point >= 0x2010 && code_point <= 0x2027) ||
         (code_point >= 0x3000 && code_point <= 0x303F) ||
         (code_point >= 0xFF00 && code_point <= 0xFF5E);
}

// In GB 2312: two rare characters come out of many a common pair by chance.
bool is_common(char32_t code_point) {
  const unsigned bytes = gbk_table()[code_point];
  return is_english_mark(code_point) || ((bytes >> 8) >= 0xA1 && (bytes & 0xFF) >= 0xA1);
}

constexpr char32_t three_byte_code_point(unsigned first, unsigned second, unsigned third) {
  return (first & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F);
}

// A stretch at the start of a text, and how many of its code points are garbled.
struct Stretch {
  std::size_t num_bytes = 0;
  std::int64_t num_code_points = 0;
};

// Code points turned back into the bytes that they were read from.
class GbkBytes {
 public:
  explicit GbkBytes(std::string_view text) : rest_(text), table_(gbk_table()) {}

  // The next byte; -1 at a character without one.
  int next() {
    if (has_trail_) {
      has_trail_ = false;
      return trail_;
    }
    if (rest_.empty()) return -1;
    const Decoded decoded = text::decode_code_point(rest_);
    const std::uint16_t bytes = table_[decoded.code_point];
    if (bytes == 0) return -1;
    num_read_ += decoded.num_bytes;
    ++num_code_points_;
    rest_.remove_prefix(decoded.num_bytes);
    trail_ = bytes & 0xFF;
    has_trail_ = true;
    return bytes >> 8;
  }

  // What has been read, to the end of the code point that has given its first byte.
  Stretch read() const { return {num_read_, num_code_points_}; }

 private:
  std::string_view rest_;
  const GbkTable& table_;
  std::size_t num_read_ = 0;
  std::int64_t num_code_points_ = 0;
  int trail_ = 0;
  bool has_trail_ = false;
};

// UTF-8 read as GBK at the start of `text`: of three-byte characters only, since common Chinese
// pairs look like two-byte ones. It begins with so many marks at most: of a long row of marks each
// is the start of another.
Stretch utf8_read_as_gbk(std::string_view text) {
  constexpr int kMarksMax = 16;
  GbkBytes bytes(text);
  Stretch garbled;
  int num_characters = 0;
  bool has_han = false;
  while (has_han || num_characters < kMarksMax) {
    const int first = bytes.next();
    if (first < 0xE2 || first > 0xEF) break;
    const int second = bytes.next();
    const int third = is_continuation(static_cast<unsigned>(second)) ? bytes.next() : -1;
    if (third < 0 || !is_continuation(static_cast<unsigned>(third))) break;
    const char32_t code_point = three_byte_code_point(
        static_cast<unsigned>(first), static_cast<unsigned>(second), static_cast<unsigned>(third));
    if (!is_of_chinese_text(code_point) || !is_common(code_point)) break;
    ++num_characters;
    has_han = has_han || is_common_ideograph(code_point);
    if (num_characters == 1 && is_english_mark(code_point)) garbled = bytes.read();
    if (num_characters >= 2 && has_han) garbled = bytes.read();
  }
  return garbled;
}

// The byte of Windows-1252, or of Latin-1 where that has none, that is read as this code point;
// 0 if none is, or an ASCII one.
unsigned windows_1252_byte(char32_t code_point) {
  struct Pair {
    char32_t code_point;
    unsigned byte;
  };
  static constexpr Pair kSpecials[] = {
      {0x20AC, 0x80}, {0x201A, 0x82}, {0x0192, 0x83}, {0x201E, 0x84}, {0x2026, 0x85},
      {0x2020, 0x86}, {0x2021, 0x87}, {0x02C6, 0x88}, {0x2030, 0x89}, {0x0160, 0x8A},
      {0x2039, 0x8B}, {0x0152, 0x8C}, {0x017D, 0x8E}, {0x2018, 0x91}, {0x2019, 0x92},
      {0x201C, 0x93}, {0x201D, 0x94}, {0x2022, 0x95}, {0x2013, 0x96}, {0x2014, 0x97},
      {0x02DC, 0x98}, {0x2122, 0x99}, {0x0161, 0x9A}, {0x203A, 0x9B}, {0x0153, 0x9C},
      {0x017E, 0x9E}, {0x0178, 0x9F}};
  if (code_point >= 0x80 && code_point <= 0xFF) return code_point;
  const auto* const found = std::ranges::find(kSpecials, code_point, &Pair::code_point);
  return found == std::end(kSpecials) ? 0 : found->byte;
}

// One UTF-8 character whose bytes were read one by one.
struct Unit {
  std::size_t num_bytes = 0;  // in the text, 0 if there is none
  int num_code_points = 0;
  bool is_sure = false;  // real writing has no such thing
};

// The first unit of `text`. Alone it is sure if its lead and what follows never meet in writing:
// an accented A before a sign, as in "Ã©" and "Â°"; the first two bytes of quotation marks, dashes
// and currency signs; the first two of emoji.
Unit unit_read_as_latin(std::string_view text) {
  std::array<unsigned, 4> bytes = {};
  Unit unit;
  int num_wanted = 1;
  while (unit.num_code_points < num_wanted) {
    if (unit.num_bytes == text.size()) return {};
    const Decoded decoded = text::decode_code_point(text.substr(unit.num_bytes));
    const unsigned byte = windows_1252_byte(decoded.code_point);
    if (unit.num_code_points == 0) {
      num_wanted = bytes_of_lead(byte);
    } else if (!is_continuation(byte)) {
      return {};
    }
    if (num_wanted == 0) return {};
    bytes[static_cast<std::size_t>(unit.num_code_points++)] = byte;
    unit.num_bytes += decoded.num_bytes;
  }
  unit.is_sure = bytes[0] == 0xC2 || bytes[0] == 0xC3 ||
                 (bytes[0] == 0xE2 && (bytes[1] == 0x80 || bytes[1] == 0x82 || bytes[1] == 0x84)) ||
                 (bytes[0] == 0xF0 && bytes[1] == 0x9F);
  return unit;
}

// UTF-8 read as Windows-1252 at the start of `text`: a sure unit or two in a row.
Stretch utf8_read_as_latin(std::string_view text) {
  Stretch stretch;
  int num_units = 0;
  bool is_sure = false;
  while (true) {
    const Unit unit = unit_read_as_latin(text.substr(stretch.num_bytes));
    if (unit.num_bytes == 0) break;
    stretch.num_bytes += unit.num_bytes;
    stretch.num_code_points += unit.num_code_points;
    is_sure = is_sure || unit.is_sure;
    ++num_units;
  }
  return is_sure || num_units >= 2 ? stretch : Stretch{};
}

// GBK read as Latin-1: at least two characters of GB 2312, as "ÄãºÃ". No language writes four such
// letters in a row, but rows of signs, as "····", are common: a stretch that is none is remembered
// for those that begin further on in it.
class LatinPairs {
 public:
  explicit LatinPairs(std::string_view text) : text_(text) {}

  // The stretch from `begin` on, where a code point of U+0080 to U+00FF stands. `begin` grows from
  // call to call.
  Stretch from(std::size_t begin) {
    Run& run = runs_[begin / kBytes % 2];
    if (begin >= run.end) {
      run = read(begin);
    } else {
      for (; run.begin < begin; run.begin += kBytes) run.num_letters -= is_letter(run.begin);
    }
    const auto num_code_points = static_cast<std::int64_t>((run.end - run.begin) / kBytes);
    const bool is_text =
        num_code_points >= kCodePointsMin && 2 * run.num_letters >= num_code_points;
    return is_text ? Stretch{run.end - run.begin, num_code_points} : Stretch{};
  }

 private:
  static constexpr std::size_t kBytes = 2;  // of each of these code points
  static constexpr std::int64_t kCodePointsMin = 4;

  // Of leads and trails in turn, a lead first.
  struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::int64_t num_letters = 0;
  };

  // 0 of what is no code point of the kind.
  char32_t code_point_at(std::size_t i) const {
    const Decoded decoded = text::decode_code_point(text_.substr(i));
    return decoded.num_bytes == kBytes ? decoded.code_point : 0;
  }

  int is_letter(std::size_t i) const { return code_point_at(i) >= 0xC0 ? 1 : 0; }

  Run read(std::size_t begin) const {
    constexpr char32_t kFirstByte = 0xA1;
    constexpr char32_t kLastOf[] = {0xF7, 0xFE};  // lead, trail
    Run run = {.begin = begin, .end = begin};
    while (run.end < text_.size()) {
      const char32_t code_point = code_point_at(run.end);
      const bool is_trail = (run.end - begin) / kBytes % 2 == 1;
      if (code_point < kFirstByte || code_point > kLastOf[is_trail ? 1 : 0]) break;
      run.num_letters += is_letter(run.end);
      run.end += kBytes;
    }
    return run;
  }

  std::string_view text_;
  std::array<Run, 2> runs_;  // of those that begin at an even code point, and at an odd one
};

// How often the three-byte character at the start of `text` stands there in a row.
Stretch run_of_one(std::string_view text) {
  const std::string_view character = text.substr(0, 3);
  Stretch run;
  while (text.substr(run.num_bytes).starts_with(character)) {
    run.num_bytes += character.size();
    ++run.num_code_points;
  }
  return run;
}

constexpr bool comes_in_runs(char32_t code_point) {
  return code_point == U'烫' || code_point == U'屯' || code_point == U'□' || code_point == U'■';
}

constexpr bool is_lost(char32_t code_point) {
  return code_point == text::kReplacement || (code_point >= 0xE000 && code_point <= 0xF8FF) ||
         code_point >= 0xF0000;
}

// True if the bytes of the code point in GBK begin a UTF-8 character of three bytes.
bool holds_start_of_utf8(char32_t code_point) {
  const unsigned bytes = gbk_table()[code_point];
  return bytes >= 0xE280 && bytes < 0xF000 && is_continuation(bytes & 0xFF);
}

// What is garbled from byte `begin` of `whole` on, where `decoded`, a code point of several bytes,
// stands.
Stretch garbled_at(std::string_view whole, std::size_t begin, Decoded decoded, LatinPairs& pairs) {
  const std::string_view text = whole.substr(begin);
  const char32_t code_point = decoded.code_point;
  if (code_point >= 0xA1 && code_point <= 0xFF) {
    const Stretch utf8 = utf8_read_as_latin(text);
    const Stretch gbk = pairs.from(begin);
    return utf8.num_code_points >= gbk.num_code_points ? utf8 : gbk;
  }
  if (is_lost(code_point)) return {decoded.num_bytes, 1};
  if (comes_in_runs(code_point)) {
    constexpr std::int64_t kRunMin = 3;
    const Stretch run = run_of_one(text);
    return run.num_code_points >= kRunMin ? run : Stretch{};
  }
  if (code_point == U'锟' && text.starts_with("锟斤拷")) return {9, 3};
  return holds_start_of_utf8(code_point) ? utf8_read_as_gbk(text) : Stretch{};
}

// The code points with which garbled text begins: one look for the many with which none does.
class Beginnings {
 public:
  Beginnings() {
    for (char32_t code_point = 0x80; code_point < kNumBits; ++code_point) {
      const bool may_begin = code_point <= 0xFF || is_lost(code_point) ||
                             comes_in_runs(code_point) || code_point == U'锟' ||
                             holds_start_of_utf8(code_point);
      bits_[code_point / 64] |= std::uint64_t{may_begin} << code_point % 64;
    }
  }

  bool contain(char32_t code_point) const {
    if (code_point >= kNumBits) return is_lost(code_point);
    return (bits_[code_point / 64] >> code_point % 64 & 1) != 0;
  }

 private:
  static constexpr char32_t kNumBits = 0x10000;
  std::array<std::uint64_t, kNumBits / 64> bits_ = {};
};

const Beginnings& beginnings() {
  static const Beginnings kBeginnings;
  return kBeginnings;
}

// The first byte from `i` on that is not ASCII.
std::size_t skip_ascii(std::string_view text, std::size_t i) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  for (std::uint64_t bytes; i + sizeof bytes <= text.size(); i += sizeof bytes) {
    std::memcpy(&bytes, text.data() + i, sizeof bytes);
    if ((bytes & kHighBits) != 0) break;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}

}  // namespace

bool may_be_garbled(char32_t code_point) { return beginnings().contain(code_point); }

std::int64_t count_garbled(std::string_view text) {
  const Beginnings& may_begin = beginnings();
  LatinPairs pairs(text);
  std::int64_t num_garbled = 0;
  for (std::size_t i = skip_ascii(text, 0); i < text.size(); i = skip_ascii(text, i)) {
    // Of most Chinese text that is all.
    const auto may_one_begin = [&](const text::FourCodePoints& four) {
      return std::ranges::any_of(four.code_points,
                                 [&](char32_t c) { return may_begin.contain(c); });
    };
    for (text::FourCodePoints four;
         (four = text::decode_four_of_three_bytes(text.substr(i))).are_sure; i += 12) {
      if (may_one_begin(four)) break;
    }
    for (char32_t c; (c = text::decode_three_bytes(text.substr(i))) != 0; i += 3) {
      if (may_begin.contain(c)) break;
    }
    if (i == text.size()) break;
    const Decoded decoded = text::decode_wide(text.substr(i));
    Stretch stretch;
    if (may_begin.contain(decoded.code_point)) stretch = garbled_at(text, i, decoded, pairs);
    num_garbled += stretch.num_code_points;
    i += std::max<std::size_t>(stretch.num_bytes, decoded.num_bytes);
  }
  return num_garbled;
}

}  // namespace tamis::rules
