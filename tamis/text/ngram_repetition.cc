#include "tamis/text/ngram_repetition.h"

#include <algorithm>

#include "tamis/base/check.h"
#include "tamis/text/word_hash.h"

namespace tamis::text {
namespace {

// The hash of an n-gram is the polynomial of its words' hashes in this number, modulo 2^64: the
// next word takes one step. Any odd number does. (The golden ratio, as of Knuth 6.4.)
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;

std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t result = 1;
  for (std::size_t i = 0; i < exponent; ++i) result *= base;
  return result;
}

}  // namespace

void NgramRepetition::set_words(std::span<const std::string_view> words) {
  words_ = words;
  is_hashed_ = false;
  is_joined_ = false;
  num_words_of_ngram_ = 0;
  std::ranges::fill(measures_, std::nullopt);
  std::ranges::fill(skipped_code_points_, std::nullopt);
}

void NgramRepetition::hash_words() {
  if (is_hashed_) return;
  is_hashed_ = true;
  word_hashes_.resize(words_.size());
  code_points_before_.resize(words_.size() + 1);
  std::uint32_t num_code_points = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const HashedWord word = hash_word(words_[i]);
    word_hashes_[i] = word.hash;
    code_points_before_[i] = num_code_points;
    num_code_points += word.num_code_points;
  }
  code_points_before_[words_.size()] = num_code_points;
}

std::int64_t NgramRepetition::num_code_points() {
  hash_words();
  return code_points_before_.back();
}

// All n-grams of the text.
void NgramRepetition::start_at(std::size_t n) {
  num_words_of_ngram_ = n;
  candidates_.clear();
  const std::size_t num_words = word_hashes_.size();
  if (num_words < n) return;
  candidates_.resize(num_words - n + 1);
  const std::uint64_t power_of_dropped = power(kBase, n);
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i + 1 < n; ++i) hash = hash * kBase + word_hashes_[i];
  std::uint64_t dropped = 0;
  for (std::size_t i = 0; i + n <= num_words; ++i) {
    hash = hash * kBase + (word_hashes_[i + n - 1] - dropped * power_of_dropped);
    dropped = word_hashes_[i];
    candidates_[i] = {.hash = hash, .position = static_cast<std::uint32_t>(i)};
  }
}

// From repeated n-grams to what may be repeated (n+1)-grams: those that begin and end with one.
void NgramRepetition::lengthen() {
  std::size_t num_kept = 0;
  for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) {
    const auto [hash, position] = candidates_[i];
    if (candidates_[i + 1].position != position + 1) continue;
    candidates_[num_kept++] = {.hash = hash * kBase + word_hashes_[position + num_words_of_ngram_],
                               .position = position};
  }
  candidates_.resize(num_kept);
  ++num_words_of_ngram_;
}

void NgramRepetition::keep_repeated() {
  sift();
  group();
}

// Throws out most of what occurs once, cheaply.
void NgramRepetition::sift() {
  filter_.clear(candidates_.size());
  for (const Candidate& candidate : candidates_) filter_.add(candidate.hash);
  std::size_t num_kept = 0;
  for (const Candidate candidate : candidates_) {
    candidates_[num_kept] = candidate;
    num_kept += filter_.may_repeat(candidate.hash) ? 1 : 0;
  }
  candidates_.resize(num_kept);
}

// Finds the equal ones, and throws out the rest of what occurs once.
void NgramRepetition::group() {
  numbers_.clear(candidates_.size());
  groups_.clear();
  group_of_candidate_.resize(candidates_.size());
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    const std::uint32_t number = numbers_.number_of(candidates_[i].hash);
    if (number == groups_.size()) groups_.push_back({candidates_[i].position, 0});
    ++groups_[number].num_occurrences;
    group_of_candidate_[i] = number;
  }
  std::size_t num_kept = 0;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    candidates_[num_kept] = candidates_[i];
    num_kept += groups_[group_of_candidate_[i]].num_occurrences > 1 ? 1 : 0;
  }
  candidates_.resize(num_kept);
}

NgramRepetition::Measures NgramRepetition::measure() const {
  Measures measures;
  const std::size_t n = num_words_of_ngram_;
  std::size_t covered_to = 0;
  for (const Candidate& candidate : candidates_) {
    const std::size_t end = candidate.position + n;
    const std::size_t begin = std::max<std::size_t>(covered_to, candidate.position);
    measures.duplicate_code_points += code_points_before_[end] - code_points_before_[begin];
    measures.repeated_code_points += code_points_at(candidate.position);
    covered_to = end;
  }
  measure_top(measures);
  return measures;
}

// Where no group occurs twice, each n-gram of the text is as frequent as the other.
void NgramRepetition::measure_top(Measures& measures) const {
  std::int64_t num_occurrences_max = 1;
  for (const Group& group : groups_) {
    num_occurrences_max = std::max<std::int64_t>(num_occurrences_max, group.num_occurrences);
  }
  const auto offer = [&](std::size_t position) {
    const TopNgram top = {code_points_at(position), num_occurrences_max};
    if (measures.first_top.num_occurrences == 0) measures.first_top = top;
    if (top.num_code_points >= measures.longest_top.num_code_points) measures.longest_top = top;
  };
  for (const Group& group : groups_) {
    const bool is_top = num_occurrences_max > 1 && group.num_occurrences == num_occurrences_max;
    if (is_top) offer(group.first_position);
  }
  if (num_occurrences_max > 1) return;
  for (std::size_t i = 0; i + num_words_of_ngram_ <= words_.size(); ++i) offer(i);
}

const NgramRepetition::Measures& NgramRepetition::measures(int n) {
  TAMIS_CHECK(n >= 1 && n <= kWordsMax);
  if (measures_[n]) return *measures_[n];
  hash_words();
  const auto target = static_cast<std::size_t>(n);
  if (num_words_of_ngram_ == 0 || num_words_of_ngram_ > target) {
    start_at(target);
    keep_repeated();
  }
  while (num_words_of_ngram_ < target) {
    lengthen();
    keep_repeated();
  }
  measures_[n] = measure();
  return *measures_[n];
}

std::int64_t NgramRepetition::duplicate_code_points(int n) {
  return measures(n).duplicate_code_points;
}

OccurrenceSums NgramRepetition::occurrence_sums(int n) {
  OccurrenceSums sums = {.repeated_code_points = measures(n).repeated_code_points};
  for (std::size_t i = n; i < code_points_before_.size(); ++i) {
    sums.all_code_points += code_points_before_[i] - code_points_before_[i - n];
  }
  return sums;
}

TopNgram NgramRepetition::top(int n, TopTie tie) {
  return tie == TopTie::kFirst ? measures(n).first_top : measures(n).longest_top;
}

std::int64_t NgramRepetition::skipped_code_points(int n) {
  TAMIS_CHECK(n >= 1 && n <= kWordsMax);
  if (!is_joined_) joined_.set_words(words_);
  is_joined_ = true;
  if (!skipped_code_points_[n]) {
    skipped_code_points_[n] = joined_.skipped_code_points(static_cast<std::size_t>(n));
  }
  return *skipped_code_points_[n];
}

std::int64_t NgramRepetition::duplicate_code_points(std::span<const std::string_view> words,
                                                    int n) {
  set_words(words);
  return duplicate_code_points(n);
}

}  // namespace tamis::text
