// A code point is of a class: those that count towards the same numbers share one, and there are
// some thirty. The pass adds one to the counter of a class, or of an ASCII character; what the
// classes count towards is settled once, behind it.
#include "tamis/text/character_counts.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

#include "tamis/base/check.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"
#include "tamis/text/white_space.h"

namespace tamis::text {
namespace {

// The numbers that a code point may count towards, one bit each.
using Kinds = std::uint16_t;
constexpr std::int64_t CharacterCounts::*kNumbers[] = {
    &CharacterCounts::letters,      &CharacterCounts::digits,      &CharacterCounts::numbers,
    &CharacterCounts::marks,        &CharacterCounts::punctuation, &CharacterCounts::symbols,
    &CharacterCounts::white_space,  &CharacterCounts::upper_case,  &CharacterCounts::private_use,
    &CharacterCounts::replacements, &CharacterCounts::han,         &CharacterCounts::special};

bool is_private_use(char32_t code_point) {
  const bool is_last_of_plane = (code_point & 0xFFFE) == 0xFFFE;  // U+FFFFE, U+FFFFF: nothing
  return (code_point >= 0xE000 && code_point <= 0xF8FF) ||
         (code_point >= 0xF0000 && !is_last_of_plane);
}

Kinds kinds_of(char32_t code_point, Traits traits) {
  const bool holds[] = {
      traits.has(Traits::kLetter),
      traits.has(Traits::kDigit),
      traits.has(Traits::kNumber),
      traits.has(Traits::kMark),
      traits.has(Traits::kPunctuation),
      traits.has(Traits::kSymbol),
      is_python_space(code_point),
      traits.has(Traits::kUpperCase) && !traits.has(Traits::kLowerCase),
      is_private_use(code_point),
      code_point == kReplacement,
      traits.script() == Script::kHan,
      traits.has(Traits::kSpecial),
  };
  static_assert(std::size(holds) == std::size(kNumbers));
  Kinds kinds = 0;
  for (std::size_t i = 0; i < std::size(holds); ++i) {
    if (holds[i]) kinds = static_cast<Kinds>(kinds | 1 << i);
  }
  return kinds;
}

// The class of every code point, in blocks of which the equal neighbours are kept once.
class ClassTable {
 public:
  static constexpr std::size_t kClassesMax = 64;

  ClassTable() {
    const LetterTable& letters = letter_table();
    std::array<std::uint8_t, kBlockSize> block;
    for (char32_t code_point = 0; code_point < 0x110000; ++code_point) {
      block[code_point % kBlockSize] = class_of(kinds_of(code_point, letters[code_point]));
      if ((code_point + 1) % kBlockSize == 0) add_block(code_point / kBlockSize, block);
    }
  }

  // Requires: code_point <= 0x10FFFF.
  std::uint8_t operator[](char32_t code_point) const {
    return blocks_[block_of_[code_point / kBlockSize] * kBlockSize + code_point % kBlockSize];
  }

  std::size_t num_classes() const { return num_classes_; }
  Kinds kinds(std::size_t of_class) const { return kinds_[of_class]; }

 private:
  static constexpr std::size_t kBlockSize = 128;

  std::uint8_t class_of(Kinds kinds) {
    const auto end = kinds_.begin() + static_cast<std::ptrdiff_t>(num_classes_);
    const auto found = std::find(kinds_.begin(), end, kinds);
    if (found == end) {
      TAMIS_CHECK(num_classes_ < kClassesMax);
      kinds_[num_classes_++] = kinds;
    }
    return static_cast<std::uint8_t>(found - kinds_.begin());
  }

  void add_block(std::size_t index, const std::array<std::uint8_t, kBlockSize>& block) {
    const bool is_repeated =
        !blocks_.empty() && std::equal(block.begin(), block.end(), blocks_.end() - kBlockSize);
    if (!is_repeated) blocks_.insert(blocks_.end(), block.begin(), block.end());
    block_of_[index] = static_cast<std::uint16_t>(blocks_.size() / kBlockSize - 1);
  }

  std::array<std::uint16_t, 0x110000 / kBlockSize> block_of_ = {};
  std::vector<std::uint8_t> blocks_;
  std::array<Kinds, kClassesMax> kinds_ = {};
  std::size_t num_classes_ = 0;
};

const ClassTable& class_table() {
  static const ClassTable table;
  return table;
}

// Counts in two to four tables by turns: of a run of equal characters, one counter would have to
// wait for its own last store.
class Counter {
 public:
  Counter(std::string_view text, const ClassTable& table)
      : at_(text.data()), end_(at_ + text.size()), table_(table) {}

  CharacterCounts count() {
    while (at_ < end_) {
      count_ascii_run();
      count_multibyte_run();
    }
    return sum();
  }

 private:
  static constexpr std::uint64_t kHighBits = 0x8080808080808080;

  void count_ascii_run() {
    for (std::uint64_t bytes; end_ - at_ >= 8; at_ += 8) {
      std::memcpy(&bytes, at_, sizeof bytes);
      if ((bytes & kHighBits) != 0) break;
      for (std::size_t i = 0; i < 8; ++i) ++ascii_[i % 4][bytes >> 8 * i & 0x7F];
    }
    for (; at_ < end_ && !is_multibyte(*at_); ++at_) ++ascii_[0][static_cast<std::size_t>(*at_)];
  }

  void count_multibyte_run() {
    while (at_ < end_ && is_multibyte(*at_)) {
      count_code_point();
      if (at_ < end_ && is_multibyte(*at_)) count_code_point<1>();
    }
  }

  // Han, kana, full-width marks: three bytes that need no look at each other.
  template <std::size_t kTable = 0>
  void count_code_point() {
    Decoded decoded = {};
    const auto first = static_cast<unsigned char>(*at_);
    const bool is_plain = first > 0xE0 && first < 0xF0 && first != 0xED && end_ - at_ >= 3 &&
                          is_continuation_byte(at_[1]) && is_continuation_byte(at_[2]);
    if (is_plain) {
      decoded.code_point = (first & 0x0Fu) << 12 | (at_[1] & 0x3Fu) << 6 | (at_[2] & 0x3Fu);
      decoded.num_bytes = 3;
    } else {
      decoded = decode_multibyte({at_, static_cast<std::size_t>(end_ - at_)});
    }
    ++classes_[kTable][table_[decoded.code_point]];
    at_ += decoded.num_bytes;
  }

  static bool is_multibyte(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

  CharacterCounts sum() {
    CharacterCounts counts;
    for (std::size_t c = 0; c < counts.ascii.size(); ++c) {
      const std::uint32_t count = ascii_[0][c] + ascii_[1][c] + ascii_[2][c] + ascii_[3][c];
      counts.ascii[c] = count;
      classes_[0][table_[static_cast<char32_t>(c)]] += count;
    }
    for (std::size_t i = 0; i < table_.num_classes(); ++i) {
      const std::uint32_t count = classes_[0][i] + classes_[1][i];
      counts.num_code_points += count;
      for (Kinds kinds = count == 0 ? Kinds{0} : table_.kinds(i); kinds != 0; kinds &= kinds - 1) {
        counts.*kNumbers[std::countr_zero(kinds)] += count;
      }
    }
    return counts;
  }

  const char* at_;
  const char* end_;
  const ClassTable& table_;
  std::array<std::array<std::uint32_t, 128>, 4> ascii_ = {};
  std::array<std::array<std::uint32_t, ClassTable::kClassesMax>, 2> classes_ = {};
};

}  // namespace

CharacterCounts count_characters(std::string_view text) {
  return Counter(text, class_table()).count();
}

}  // namespace tamis::text
