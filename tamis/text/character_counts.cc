// A code point is of a class: those that count towards the same numbers share one, and there are
// some thirty. A class has a row of ones and zeros, one for each number: a short text is the sum of
// its code points' rows, sixteen numbers of sixteen bits in four additions, but for blocks of
// ASCII. A long one is the sum over its different code points.
#include "tamis/text/character_counts.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "tamis/base/check.h"
#include "tamis/text/code_point_walk.h"
#include "tamis/text/letters.h"
#include "tamis/text/printable_block.h"
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

// Sixteen numbers of sixteen bits: a one for each kind, and for the code point itself.
struct Row {
  std::uint64_t parts[4] = {};

  Row& operator+=(const Row& other) {
    for (std::size_t i = 0; i < std::size(parts); ++i) parts[i] += other.parts[i];
    return *this;
  }
  std::int64_t operator[](std::size_t number) const {
    return static_cast<std::int64_t>(parts[number / 4] >> 16 * (number % 4) & 0xFFFF);
  }
};

constexpr std::size_t kCodePointNumber = std::size(kNumbers);
constexpr std::size_t kRowCodePointsMax = 0xFFFF;  // of a text whose rows are added up

Row row_of(Kinds kinds) {
  Row row;
  for (std::size_t i = 0; i <= kCodePointNumber; ++i) {
    const bool holds = i == kCodePointNumber || (kinds >> i & 1) != 0;
    row.parts[i / 4] |= std::uint64_t{holds} << 16 * (i % 4);
  }
  return row;
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

  const Row& row(char32_t code_point) const { return rows_[(*this)[code_point]]; }

 private:
  static constexpr std::size_t kBlockSize = 128;

  std::uint8_t class_of(Kinds kinds) {
    const auto end = kinds_.begin() + static_cast<std::ptrdiff_t>(num_classes_);
    const auto found = std::find(kinds_.begin(), end, kinds);
    if (found == end) {
      TAMIS_CHECK(num_classes_ < kClassesMax);
      rows_[num_classes_] = row_of(kinds);
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
  std::array<Row, kClassesMax> rows_ = {};
  std::size_t num_classes_ = 0;
};

const ClassTable& class_table() {
  static const ClassTable table;
  return table;
}

// Blocks of printable ASCII at once, and the code points between them by their rows.
class ShortCounter {
 public:
  // Requires: at most kRowCodePointsMax bytes.
  CharacterCounts count(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t block_end = i + kPrintableBlockBytes;
      if (block_end <= text.size() && add_printable_block(text.data() + i, printable_)) {
        i = block_end;
        continue;
      }
      i = add_rows(text, i, std::min(block_end, text.size()));
    }
    return counts();
  }

 private:
  // Adds the code points that begin from `i` on, before `end`; returns where the last one ends.
  std::size_t add_rows(std::string_view text, std::size_t i, std::size_t end) {
    Row sums;  // in registers
    for (FourCodePoints four;
         i < end && (four = decode_four_of_three_bytes(text.substr(i))).are_sure; i += 12) {
      for (const char32_t c : four.code_points) sums += table_.row(c);
    }
    for (char32_t c; i < end && (c = decode_three_bytes(text.substr(i))) != 0; i += 3) {
      sums += table_.row(c);
    }
    while (i < end) {
      const Decoded decoded = decode_wide(text.substr(i));
      sums += table_.row(decoded.code_point);
      i += decoded.num_bytes;
    }
    sums_ += sums;
    return i;
  }

  CharacterCounts counts() const {
    CharacterCounts counts;
    for (std::size_t i = 0; i < std::size(kNumbers); ++i) counts.*kNumbers[i] = sums_[i];
    counts.num_code_points = sums_[kCodePointNumber] + printable_.num_bytes;
    counts.letters += printable_.letters;
    counts.digits += printable_.digits;
    counts.numbers += printable_.digits;
    counts.punctuation += printable_.num_bytes - printable_.letters - printable_.digits -
                          printable_.symbols - printable_.spaces;
    counts.symbols += printable_.symbols;
    counts.white_space += printable_.spaces;
    counts.upper_case += printable_.upper_case;
    counts.special += printable_.num_bytes - printable_.letters;
    return counts;
  }

  const ClassTable& table_ = class_table();
  PrintableCounts printable_;
  Row sums_;
};

}  // namespace

CharacterCounts count_characters(std::string_view text) {
  if (text.size() <= kRowCodePointsMax) return ShortCounter().count(text);
  CodePointCounter counter;
  counter.count(text);
  return count_characters(counter);
}

CharacterCounts count_characters(const CodePointCounter& code_points) {
  const ClassTable& table = class_table();
  // Lanes in turn: nearly all ideographs are of one class, whose counter would wait for its own
  // last store.
  constexpr std::size_t kLanes = 4;
  std::array<std::array<std::int64_t, ClassTable::kClassesMax>, kLanes> classes = {};
  for (char32_t c = 0; c < 128; ++c) classes[c % kLanes][table[c]] += code_points.ascii()[c];
  std::size_t lane = 0;
  for (const CodePointCount& met : code_points.beyond_ascii()) {
    classes[lane++ % kLanes][table[met.code_point]] += met.num_occurrences;
  }
  CharacterCounts counts;
  for (std::size_t i = 0; i < table.num_classes(); ++i) {
    std::int64_t count = 0;
    for (const auto& of_lane : classes) count += of_lane[i];
    counts.num_code_points += count;
    for (unsigned kinds = count == 0 ? 0 : table.kinds(i); kinds != 0; kinds &= kinds - 1) {
      counts.*kNumbers[std::countr_zero(kinds)] += count;
    }
  }
  return counts;
}

}  // namespace tamis::text
