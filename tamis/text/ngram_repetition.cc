#include "tamis/text/ngram_repetition.h"

#include <algorithm>

#include "tamis/base/check.h"

namespace tamis::text {
namespace {

// The hash of an n-gram is the polynomial of its words' hashes in this number, modulo 2^64: the
// next word takes one step. Any odd number does. (The golden ratio, as of Knuth 6.4.)
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;

// So far ahead that memory has come when it is needed.
constexpr std::size_t kCandidatesAhead = 12;

std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t result = 1;
  for (std::size_t i = 0; i < exponent; ++i) result *= base;
  return result;
}

}  // namespace

void NgramRepetition::set_words(const DistinctWords& words) {
  words_ = words.words();
  word_hashes_ = words.hashes();
  code_points_before_ = words.code_points_before();
  is_joined_ = false;
  num_words_of_ngram_ = 0;
  std::ranges::fill(measures_, std::nullopt);
  std::ranges::fill(skipped_code_points_, std::nullopt);
}

// Calls use(position, hash) for all n-grams of the text, in order.
template <typename Use>
void NgramRepetition::for_each_ngram(std::size_t n, Use use) const {
  const std::uint64_t* hashes = word_hashes_.data();
  const std::uint64_t power_of_dropped = power(kBase, n);
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i + 1 < n; ++i) hash = hash * kBase + hashes[i];
  std::uint64_t dropped = 0;
  for (std::size_t i = 0; i + n <= word_hashes_.size(); ++i) {
    hash = hash * kBase + (hashes[i + n - 1] - dropped * power_of_dropped);
    dropped = hashes[i];
    use(i, hash);
  }
}

// Begins the cascade with the n-grams of the text that may be repeated. Computing the hashes twice
// is faster than to keep them: most are thrown out.
void NgramRepetition::start_at(std::size_t n) {
  num_words_of_ngram_ = n;
  num_candidates_ = 0;
  if (word_hashes_.size() < n) return;
  if (candidates_.size() < word_hashes_.size()) candidates_.resize(word_hashes_.size());
  filter_.clear(word_hashes_.size());
  for_each_ngram(n, [&](std::size_t, std::uint64_t hash) { filter_.add(hash); });
  for_each_ngram(n, [&](std::size_t position, std::uint64_t hash) {
    candidates_[num_candidates_] = {hash, static_cast<std::uint32_t>(position)};
    num_candidates_ += filter_.may_repeat(hash) ? 1 : 0;
  });
}

// From repeated n-grams to what may be repeated (n+1)-grams: those that begin and end with one.
void NgramRepetition::lengthen() {
  std::size_t num_kept = 0;
  for (std::size_t i = 0; i + 1 < num_candidates_; ++i) {
    const auto [hash, position] = candidates_[i];
    candidates_[num_kept] = {hash * kBase + word_hashes_[position + num_words_of_ngram_], position};
    num_kept += candidates_[i + 1].position == position + 1 ? 1 : 0;
  }
  num_candidates_ = num_kept;
  ++num_words_of_ngram_;
}

// Counts the candidates, and throws out those that occur once.
void NgramRepetition::keep_repeated() {
  occurrences_.clear(num_candidates_);
  entry_of_candidate_.resize(num_candidates_);
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    occurrences_.prefetch(candidates_[std::min(i + kCandidatesAhead, num_candidates_ - 1)].hash);
    const auto [hash, position] = candidates_[i];
    entry_of_candidate_[i] = occurrences_.add(hash, position);
  }
  std::size_t num_kept = 0;
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    candidates_[num_kept] = candidates_[i];
    num_kept += occurrences_[entry_of_candidate_[i]].num_occurrences > 1 ? 1 : 0;
  }
  num_candidates_ = num_kept;
}

NgramRepetition::Measures NgramRepetition::measure() const {
  Measures measures;
  const std::size_t n = num_words_of_ngram_;
  std::size_t covered_to = 0;
  for (const Candidate& candidate : std::span(candidates_).first(num_candidates_)) {
    const std::size_t end = candidate.position + n;
    const std::size_t begin = std::max<std::size_t>(covered_to, candidate.position);
    measures.duplicate_code_points += code_points_before_[end] - code_points_before_[begin];
    measures.repeated_code_points += code_points_at(candidate.position, n);
    covered_to = end;
  }
  measures.num_repeated = static_cast<std::int64_t>(num_candidates_);
  if (num_candidates_ > 0) measure_top(measures);
  return measures;
}

void NgramRepetition::measure_top(Measures& measures) const {
  TopNgram& first = measures.first_top;
  TopNgram& longest = measures.longest_top;
  for (const OccurrenceTable::Entry& entry : occurrences_.entries()) {
    if (entry.num_occurrences < longest.num_occurrences) continue;
    const TopNgram top = {code_points_at(entry.first_position, num_words_of_ngram_),
                          entry.num_occurrences};
    if (top.num_occurrences > longest.num_occurrences) {
      first = longest = top;
    } else if (top.num_code_points > longest.num_code_points) {
      longest = top;
    }
  }
}

// The top where all n-grams differ.
TopNgram NgramRepetition::top_of_different(std::size_t n, TopTie tie) const {
  if (words_.size() < n) return {};
  const std::size_t num_tied = tie == TopTie::kFirst ? 1 : words_.size() - n + 1;
  std::int64_t num_code_points_max = 0;
  for (std::size_t i = 0; i < num_tied; ++i) {
    num_code_points_max = std::max(num_code_points_max, code_points_at(i, n));
  }
  return {.num_code_points = num_code_points_max, .num_occurrences = 1};
}

const NgramRepetition::Measures& NgramRepetition::measures(int n) {
  TAMIS_CHECK(n >= 1 && n <= kWordsMax);
  if (measures_[n]) return *measures_[n];
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

std::int64_t NgramRepetition::num_repeated(int n) { return measures(n).num_repeated; }

OccurrenceSums NgramRepetition::occurrence_sums(int n) {
  OccurrenceSums sums = {.repeated_code_points = measures(n).repeated_code_points};
  for (std::size_t i = n; i < code_points_before_.size(); ++i) {
    sums.all_code_points += code_points_before_[i] - code_points_before_[i - n];
  }
  return sums;
}

TopNgram NgramRepetition::top(int n, TopTie tie) {
  const Measures& known = measures(n);
  if (known.first_top.num_occurrences == 0) return top_of_different(n, tie);
  return tie == TopTie::kFirst ? known.first_top : known.longest_top;
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

}  // namespace tamis::text
