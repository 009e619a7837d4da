#include "tamis/text/ngram_repetition.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <utility>

#include "tamis/base/check.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

// Any odd number does: the hash of an n-gram is the polynomial of its words' hashes in it,
// modulo 2^64, so that the next one takes one step. (The golden ratio, as of Knuth 6.4.)
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;

std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t result = 1;
  for (std::size_t i = 0; i < exponent; ++i) result *= base;
  return result;
}

}  // namespace

void NgramRepetition::set_words(std::span<const std::string_view> words) {
  word_hashes_.clear();
  word_code_points_.clear();
  num_code_points_ = 0;
  for (const std::string_view word : words) {
    const auto num_code_points = static_cast<std::uint32_t>(count_code_points(word));
    word_hashes_.push_back(XXH3_64bits(word.data(), word.size()));
    word_code_points_.push_back(num_code_points);
    num_code_points_ += num_code_points;
  }
}

void NgramRepetition::clear_slots(std::size_t num_ngrams_max) {
  const std::size_t num_slots = std::bit_ceil(2 * num_ngrams_max);
  if (slots_.size() < num_slots) slots_.assign(num_slots, {});
  if (++generation_ == 0) {  // after 2^32 texts old stamps would look new
    std::ranges::fill(slots_, Slot{});
    generation_ = 1;
  }
  ngrams_.clear();
}

std::uint32_t NgramRepetition::number_of(std::uint64_t hash, std::uint32_t position) {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = (hash * kBase >> 32) & mask;; i = (i + 1) & mask) {
    Slot& slot = slots_[i];
    if (slot.generation != generation_) {
      slot = {hash, generation_, static_cast<std::uint32_t>(ngrams_.size())};
      ngrams_.push_back({.first = position, .num_occurrences = 0});
      return slot.ngram;
    }
    if (slot.hash == hash) return slot.ngram;
  }
}

void NgramRepetition::number_ngrams(std::size_t n) {
  ngram_at_.clear();
  const std::size_t num_words = word_hashes_.size();
  clear_slots(num_words);
  if (num_words < n) return;
  const std::uint64_t power_of_first = power(kBase, n - 1);
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < num_words; ++i) {
    if (i >= n) hash -= word_hashes_[i - n] * power_of_first;
    hash = hash * kBase + word_hashes_[i];
    if (i + 1 < n) continue;
    const std::uint32_t ngram = number_of(hash, static_cast<std::uint32_t>(i + 1 - n));
    ++ngrams_[ngram].num_occurrences;
    ngram_at_.push_back(ngram);
  }
}

std::int64_t NgramRepetition::duplicate_code_points(int n) {
  TAMIS_CHECK(n >= 1);
  const auto num_words_of_ngram = static_cast<std::size_t>(n);
  number_ngrams(num_words_of_ngram);
  std::int64_t sum = 0;
  std::size_t counted_to = 0;
  for (std::size_t i = 0; i < ngram_at_.size(); ++i) {
    if (ngrams_[ngram_at_[i]].num_occurrences < 2) continue;
    for (counted_to = std::max(counted_to, i); counted_to < i + num_words_of_ngram; ++counted_to) {
      sum += word_code_points_[counted_to];
    }
  }
  return sum;
}

std::int64_t NgramRepetition::top_code_points(int n) {
  TAMIS_CHECK(n >= 1);
  number_ngrams(static_cast<std::size_t>(n));
  std::pair<std::uint32_t, std::int64_t> top = {1, 0};  // occurrences, code points of one
  for (const Ngram& ngram : ngrams_) {
    if (ngram.num_occurrences < 2 || ngram.num_occurrences < top.first) continue;
    std::int64_t num_code_points = 0;
    for (int i = 0; i < n; ++i) num_code_points += word_code_points_[ngram.first + i];
    top = std::max(top, std::pair(ngram.num_occurrences, num_code_points));
  }
  return top.first * top.second;
}

std::int64_t NgramRepetition::duplicate_code_points(std::span<const std::string_view> words,
                                                    int n) {
  set_words(words);
  return duplicate_code_points(n);
}

}  // namespace tamis::text
