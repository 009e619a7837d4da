// A code point is of a class: those that count towards the same numbers share one, and there are
// some thirty. The pass adds one to the counter of a class, or of an ASCII character; what the
// classes count towards is settled once, behind it.
#include "tamis/text/character_counts.h"

#include <algorithm>
#include <bit>
#include <span>
#include <vector>

#include "tamis/base/check.h"
#include "tamis/text/code_point_walk.h"
#include "tamis/text/letters.h"
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
    for (std::uint8_t c = 0; c < 128; ++c) {
      if (c == 127 || (*this)[c] != (*this)[c + 1u]) ascii_runs_.push_back({c + 1u, (*this)[c]});
    }
  }

  // Neighbours in ASCII that are of one class, up to `end`.
  struct Run {
    std::size_t end;
    std::uint8_t of_class;
  };
  std::span<const Run> ascii_runs() const { return ascii_runs_; }

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
  std::vector<Run> ascii_runs_;
};

const ClassTable& class_table() {
  static const ClassTable table;
  return table;
}

// A counter for each ASCII character, and for each class of others in each lane of the walk.
class Counter {
 public:
  explicit Counter(const ClassTable& table) : table_(table) {}

  CharacterCounts count(std::string_view text) {
    CharacterCounts counts;
    walk_code_points(
        text, [&](std::size_t c, std::size_t) { ++counts.ascii[c]; },
        [&](char32_t c, std::size_t lane) { ++classes_[lane][table_[c]]; });
    add_ascii(counts);
    for (std::size_t i = 0; i < table_.num_classes(); ++i) {
      const std::int64_t count = classes_[0][i] + classes_[1][i];
      counts.num_code_points += count;
      for (unsigned kinds = count == 0 ? 0 : table_.kinds(i); kinds != 0; kinds &= kinds - 1) {
        counts.*kNumbers[std::countr_zero(kinds)] += count;
      }
    }
    return counts;
  }

 private:
  // Adds ASCII to the classes: by sums over neighbours, so that no addition waits for a store.
  void add_ascii(const CharacterCounts& counts) {
    std::array<std::int64_t, 129> sums;
    sums[0] = 0;
    for (std::size_t c = 0; c < 128; ++c) sums[c + 1] = sums[c] + counts.ascii[c];
    std::int64_t before = 0;
    for (const ClassTable::Run& run : table_.ascii_runs()) {
      classes_[0][run.of_class] += sums[run.end] - before;
      before = sums[run.end];
    }
  }

  const ClassTable& table_;
  std::array<std::array<std::int64_t, ClassTable::kClassesMax>, 2> classes_ = {};
};

}  // namespace

CharacterCounts count_characters(std::string_view text) {
  return Counter(class_table()).count(text);
}

}  // namespace tamis::text
