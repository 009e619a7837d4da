#include "tamis/rules/word_set.h"

#include <algorithm>
#include <bit>

#include "tamis/base/ascii.h"
#include "tamis/text/ideographs.h"
#include "tamis/text/word_hash.h"

namespace tamis::rules {
namespace {

char upper(char byte) { return is_ascii_lower(byte) ? static_cast<char>(byte & ~0x20) : byte; }

std::uint32_t size_bit(std::string_view word) {
  return std::uint32_t{1} << std::min<std::size_t>(word.size(), 31);
}

// to_lower() of eight bytes at once. Sums of seven bits cannot carry into the next byte.
std::uint64_t lowered(std::uint64_t bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  const std::uint64_t low_bits = bytes & 0x7F * kEach;
  const std::uint64_t from_a = low_bits + (0x80 - 'A') * kEach;
  const std::uint64_t behind_z = low_bits + (0x7F - 'Z') * kEach;
  const std::uint64_t is_upper = from_a & ~behind_z & ~bytes & 0x80 * kEach;
  return bytes | is_upper >> 2;
}

std::string lowered(std::string_view word) {
  std::string lower_word(word);
  std::ranges::transform(word, lower_word.begin(), [](char byte) { return to_lower(byte); });
  return lower_word;
}

}  // namespace

Result<WordSet> WordSet::make(std::span<const std::string> words, bool ignores_case) {
  if (words.empty())
    return tl::unexpected(Error(ErrorCode::kInvalidInput, "the list of words is empty"));
  WordSet set;
  set.ignores_case_ = ignores_case;
  set.slots_.resize(std::bit_ceil(4 * words.size()));
  for (const std::string& word : words) {
    if (word.empty())
      return tl::unexpected(Error(ErrorCode::kInvalidInput, "a word of the list is empty"));
    set.add(word);
  }
  return set;
}

void WordSet::add(std::string_view word) {
  if (find(word)) return;
  has_ideographs_ = has_ideographs_ || text::ideograph_place(word) < text::kNumIdeographs;
  sizes_of(word[0]) |= size_bit(word);
  if (ignores_case_) {
    sizes_of(to_lower(word[0])) |= size_bit(word);
    sizes_of(upper(word[0])) |= size_bit(word);
  }
  const auto word_index = static_cast<std::uint32_t>(words_.size());
  words_.emplace_back(word);
  if (word.size() > kShortBytes) {
    long_words_.emplace(ignores_case_ ? lowered(word) : std::string(word), word_index);
    return;
  }
  const std::uint64_t packed = pack(word);
  std::size_t slot = first_slot(packed);
  while (slots_[slot].packed != 0) slot = (slot + 1) & (slots_.size() - 1);
  slots_[slot] = {packed, word_index};
}

// The bytes, and above them their number, so that no two words are one number.
std::uint64_t WordSet::pack(std::string_view word) const {
  const std::uint64_t bytes = text::pack_word(word).low;
  return (ignores_case_ ? lowered(bytes) : bytes) | std::uint64_t{word.size()} << 56;
}

std::size_t WordSet::first_slot(std::uint64_t packed) const {
  constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;  // Fibonacci hashing
  return (packed * kGolden >> 32) & (slots_.size() - 1);
}

std::uint32_t& WordSet::sizes_of(char first_byte) {
  return sizes_of_first_byte_[static_cast<unsigned char>(first_byte)];
}

bool WordSet::may_hold(std::string_view word) const {
  if (word.empty()) return false;
  return (sizes_of_first_byte_[static_cast<unsigned char>(word[0])] & size_bit(word)) != 0;
}

std::optional<std::uint32_t> WordSet::find(std::string_view word) const {
  if (!may_hold(word)) return std::nullopt;
  return word.size() <= kShortBytes ? find_short(pack(word)) : find_long(word);
}

std::optional<std::uint32_t> WordSet::find_short(std::uint64_t packed) const {
  std::size_t slot = first_slot(packed);
  while (slots_[slot].packed != 0) {
    if (slots_[slot].packed == packed) return slots_[slot].word_index;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> WordSet::find_long(std::string_view word) const {
  const auto found = long_words_.find(ignores_case_ ? lowered(word) : std::string(word));
  if (found == long_words_.end()) return std::nullopt;
  return found->second;
}

// The words of a text are in a table, too: the fewer words look for themselves among the others.
bool WordSet::is_better_looked_up_in(const text::DistinctWords& words) const {
  return !ignores_case_ && size() < words.distinct().size();
}

// Those of a text's different words that may be in the set.
std::span<const text::DistinctWord> WordSet::candidates(const text::DistinctWords& words) const {
  return has_ideographs_ ? words.distinct() : words.others();
}

std::int64_t WordSet::count_occurrences(const text::DistinctWords& words) const {
  std::int64_t num_found = 0;
  if (is_better_looked_up_in(words)) {
    for (const std::string& word : words_) {
      const text::DistinctWord* const found = words.find(word);
      num_found += found == nullptr ? 0 : found->num_occurrences;
    }
    return num_found;
  }
  for (const text::DistinctWord& word : candidates(words)) {
    if (may_hold(word.bytes) && find(word.bytes)) num_found += word.num_occurrences;
  }
  return num_found;
}

std::int64_t WordSet::count_distinct(const text::DistinctWords& words) const {
  if (is_better_looked_up_in(words)) {
    return std::ranges::count_if(
        words_, [&](const std::string& word) { return words.find(word) != nullptr; });
  }
  std::vector<bool> is_found(size());
  std::size_t num_missing = size();
  for (const text::DistinctWord& word : candidates(words)) {
    const auto word_index = find(word.bytes);
    if (!word_index || is_found[*word_index]) continue;
    is_found[*word_index] = true;
    if (--num_missing == 0) break;
  }
  return static_cast<std::int64_t>(size() - num_missing);
}

}  // namespace tamis::rules
