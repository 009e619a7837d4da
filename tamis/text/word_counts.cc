#include "tamis/text/word_counts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

#include "tamis/text/ascii_letters.h"
#include "tamis/text/ideographs.h"
#include "tamis/text/letters.h"
#include "tamis/text/terminal_marks.h"
#include "tamis/text/utf8.h"
#include "tamis/text/word_hash.h"

namespace tamis::text {
namespace {

// What holds of a word: what holds of one of its code points, but for the last.
using Flags = std::uint8_t;
constexpr Flags kLetter = 1 << 0;
constexpr Flags kAsciiLetter = 1 << 1;
constexpr Flags kUpperCase = 1 << 2;
constexpr Flags kLowerCase = 1 << 3;
constexpr Flags kNonSymbol = 1 << 4;
constexpr Flags kMark = 1 << 5;
constexpr Flags kAlphanumeric = 1 << 6;  // of the first code point alone
constexpr Flags kBeyondAscii = 1 << 7;   // of bytes: the others must be asked for

constexpr Flags flags_of_byte(int byte) {
  const bool is_upper = byte >= 'A' && byte <= 'Z';
  const bool is_lower = byte >= 'a' && byte <= 'z';
  const bool is_digit = byte >= '0' && byte <= '9';
  if (byte >= 0x80) return kBeyondAscii;
  if (is_upper) return kLetter | kAsciiLetter | kUpperCase | kNonSymbol | kAlphanumeric;
  if (is_lower) return kLetter | kAsciiLetter | kLowerCase | kNonSymbol | kAlphanumeric;
  if (is_digit) return kNonSymbol | kAlphanumeric;
  if (byte == '#') return kMark;
  return byte == '\t' || byte == '\n' || byte == ' ' ? kNonSymbol : Flags{0};
}

constexpr std::array<Flags, 256> kFlagsOfByte = [] {
  std::array<Flags, 256> flags{};
  for (int byte = 0; byte < 256; ++byte) flags[byte] = flags_of_byte(byte);
  return flags;
}();

constexpr char32_t kEllipsis = 0x2026;

Flags flags_of(char32_t code_point, const LetterTable& table) {
  if (code_point < 0x80) return kFlagsOfByte[code_point];
  const Traits traits = table[code_point];
  Flags flags = 0;
  if (traits.has(Traits::kUpperCase)) flags |= kUpperCase;
  if (traits.has(Traits::kLowerCase)) flags |= kLowerCase;
  if (traits.has(Traits::kLetter)) return flags | kLetter | kNonSymbol | kAlphanumeric;
  if (traits.has(Traits::kNumber)) flags |= kAlphanumeric;
  if (!is_symbol_mark(code_point)) flags |= kNonSymbol;
  if (code_point == kEllipsis) flags |= kMark;
  return flags;
}

struct Word {
  Flags flags = 0;
  std::int64_t num_code_points = 0;
};

// Of the flag of first code points, what `first` has; of the others, what any has.
Flags joined(Flags first, Flags any) {
  return static_cast<Flags>((any & ~kAlphanumeric) | (first & kAlphanumeric));
}

Word decoded_word_of(std::string_view bytes, const LetterTable& table) {
  const Flags first = flags_of(decode_code_point(bytes).code_point, table);
  Word word;
  while (!bytes.empty()) {
    const Decoded decoded = decode_code_point(bytes);
    word.flags |= flags_of(decoded.code_point, table);
    ++word.num_code_points;
    bytes.remove_prefix(decoded.num_bytes);
  }
  word.flags = joined(first, word.flags);
  return word;
}

bool is_ideograph(std::string_view bytes) { return ideograph_place(bytes) < kNumIdeographs; }

// The flags of ASCII letters; 0 of other words, and of long ones.
Flags flags_of_letters(std::string_view bytes, std::string_view text) {
  if (bytes.size() > sizeof(PackedWord)) return 0;
  const PackedWord word = pack_word_in(text, bytes);
  const std::uint64_t low_letters = marks_of_other_than_letters(word.low) ^ kHighestBits;
  const std::uint64_t high_letters = marks_of_other_than_letters(word.high) ^ kHighestBits;
  const auto num_letters =
      static_cast<std::size_t>(std::popcount(low_letters) + std::popcount(high_letters));
  if (num_letters != bytes.size()) return 0;
  const bool has_lower = ((word.low << 2 & low_letters) | (word.high << 2 & high_letters)) != 0;
  const bool has_upper = ((~word.low << 2 & low_letters) | (~word.high << 2 & high_letters)) != 0;
  return static_cast<Flags>(kLetter | kAsciiLetter | kNonSymbol | kAlphanumeric |
                            (has_lower ? kLowerCase : 0) | (has_upper ? kUpperCase : 0));
}

constexpr Word kIdeograph = {kLetter | kNonSymbol | kAlphanumeric, 1};

// Most words are ASCII letters, or one Chinese character, and need no loop.
Word word_of(std::string_view bytes, std::string_view text, const LetterTable& table) {
  if (bytes.empty()) return {};
  if (is_ideograph(bytes)) return kIdeograph;
  if (const Flags letters = flags_of_letters(bytes, text); letters != 0)
    return {letters, static_cast<std::int64_t>(bytes.size())};
  Flags any = 0;
  for (const char byte : bytes) any |= kFlagsOfByte[static_cast<unsigned char>(byte)];
  if ((any & kBeyondAscii) != 0) return decoded_word_of(bytes, table);
  const Flags first = kFlagsOfByte[static_cast<unsigned char>(bytes[0])];
  return {joined(first, any), static_cast<std::int64_t>(bytes.size())};
}

// Finds the median of lengths by counting the short ones and keeping the others, which a text has
// few of.
class MedianLength {
 public:
  void add(std::int64_t length, std::int64_t num_words) {
    if (length < kNumShort) {
      num_short_[length] += num_words;
    } else {
      long_.insert(long_.end(), num_words, length);
    }
  }

  double median(std::int64_t num_words) {
    if (num_words == 0) return 0;
    std::sort(long_.begin(), long_.end());
    const std::int64_t lower = at((num_words - 1) / 2);
    const std::int64_t upper = at(num_words / 2);
    return static_cast<double>(lower + upper) / 2;
  }

 private:
  static constexpr std::int64_t kNumShort = 64;

  // The length at `rank` of all in ascending order.
  std::int64_t at(std::int64_t rank) const {
    for (std::int64_t length = 0; length < kNumShort; ++length) {
      if (rank < num_short_[length]) return length;
      rank -= num_short_[length];
    }
    return long_[rank];
  }

  std::array<std::int64_t, kNumShort> num_short_{};
  std::vector<std::int64_t> long_;
};

// Words that are alike in their flags.
using SumsByFlags = std::array<WordSums, kBeyondAscii>;

void add(const WordSums& added, WordSums& sums) {
  sums.num_words += added.num_words;
  sums.num_code_points += added.num_code_points;
}

void add_alike(Flags flags, const WordSums& added, WordCounts& counts) {
  const auto has = [&](Flags flag) { return (flags & flag) != 0; };
  add(added, counts.all);
  if (has(kNonSymbol)) add(added, counts.non_symbol);
  if (has(kAlphanumeric)) add(added, counts.alphanumeric);
  counts.with_letter += has(kLetter) ? added.num_words : 0;
  counts.with_ascii_letter += has(kAsciiLetter) ? added.num_words : 0;
  counts.with_mark += has(kMark) ? added.num_words : 0;
  counts.upper_case += (flags & (kUpperCase | kLowerCase)) == kUpperCase ? added.num_words : 0;
}

// Counts the ideographs that come first, which are all alike, in one sum; returns how many they
// are.
std::size_t count_first_ideographs(std::span<const DistinctWord> words, SumsByFlags& sums,
                                   MedianLength& lengths) {
  std::int64_t num_occurrences = 0;
  std::size_t num_ideographs = 0;
  while (num_ideographs < words.size() && is_ideograph(words[num_ideographs].bytes)) {
    num_occurrences += words[num_ideographs++].num_occurrences;
  }
  add({num_occurrences, num_occurrences}, sums[kIdeograph.flags]);
  lengths.add(kIdeograph.num_code_points, num_occurrences);
  return num_ideographs;
}

}  // namespace

WordCounts count_words(const DistinctWords& words) {
  const LetterTable& table = letter_table();
  SumsByFlags sums;
  MedianLength lengths;
  const std::size_t num_ideographs = count_first_ideographs(words.distinct(), sums, lengths);
  for (const DistinctWord& distinct : words.distinct().subspan(num_ideographs)) {
    const Word word = word_of(distinct.bytes, words.text(), table);
    add({distinct.num_occurrences, distinct.num_occurrences * word.num_code_points},
        sums[word.flags]);
    lengths.add(word.num_code_points, distinct.num_occurrences);
  }
  WordCounts counts;
  for (std::size_t flags = 0; flags < sums.size(); ++flags) {
    if (sums[flags].num_words > 0) add_alike(static_cast<Flags>(flags), sums[flags], counts);
  }
  counts.median_code_points = lengths.median(counts.all.num_words);
  return counts;
}

bool is_symbol_mark(char32_t code_point) {
  static constexpr std::u32string_view kOthers = U"«´»–—’“”„…∶━►、〈〉《》「」【】％（），１：；～";
  if (code_point < 0x80) return (kFlagsOfByte[code_point] & kNonSymbol) == 0;
  if (code_point < 0xA0) return true;
  return kOthers.find(code_point) != kOthers.npos || is_terminal_mark(code_point);
}

}  // namespace tamis::text
