#include "tamis/text/ngram_repetition.h"

#include <algorithm>

#include "tamis/base/check.h"

namespace tamis::text {
namespace {

constexpr int kPair = 2;

}  // namespace

void NgramRepetition::set_words(const DistinctWords& words) {
  words_ = words.words();
  windows_.set_items(words.numbers());
  code_points_before_ = words.code_points_before();
  is_joined_ = false;
  std::ranges::fill(measures_, std::nullopt);
  std::ranges::fill(skipped_code_points_, std::nullopt);
}

NgramRepetition::Measures NgramRepetition::measure(std::size_t n) {
  // A shorter n that is asked for later would have to begin anew, and most who ask want pairs, too.
  if (n > kPair) measures(kPair);
  windows_.find(n);
  Measures measures;
  std::size_t covered_to = 0;
  for (const std::uint32_t position : windows_.repeated()) {
    const std::size_t end = position + n;
    const std::size_t begin = std::max<std::size_t>(covered_to, position);
    measures.duplicate_code_points += code_points_before_[end] - code_points_before_[begin];
    measures.repeated_code_points += code_points_at(position, n);
    covered_to = end;
  }
  measures.num_repeated = static_cast<std::int64_t>(windows_.repeated().size());
  if (measures.num_repeated > 0) measure_top(n, measures);
  return measures;
}

void NgramRepetition::measure_top(std::size_t n, Measures& measures) const {
  TopNgram& first = measures.first_top;
  TopNgram& longest = measures.longest_top;
  for (const RepeatedWindows::Repeat& repeat : windows_.repeats()) {
    if (repeat.num_occurrences < longest.num_occurrences) continue;
    const TopNgram top = {code_points_at(repeat.position, n), repeat.num_occurrences};
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
  if (!measures_[n]) measures_[n] = measure(static_cast<std::size_t>(n));
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
