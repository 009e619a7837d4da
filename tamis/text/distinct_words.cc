#include "tamis/text/distinct_words.h"

#include <algorithm>

#include "tamis/text/ideographs.h"
#include "tamis/text/word_hash.h"

namespace tamis::text {
namespace {

// So many words of a long text have one that is new, at first; the table grows where there are
// more. Of the first thousand, half are new.
constexpr std::size_t kWordsPerNew = 8;
constexpr std::size_t kNewOfFirst = 512;

// So far ahead that memory has come when it is needed.
constexpr std::size_t kWordsAhead = 12;

}  // namespace

void DistinctWords::set_words(std::span<const std::string_view> words, std::string_view text) {
  forget();
  words_ = words;
  text_ = text;
  number_ideographs();
  number_others();
  list_distinct();
}

void DistinctWords::forget() {
  ideographs_.resize(kNumIdeographs);
  for (const std::uint32_t position : std::span(met_).first(num_met_)) {
    ideographs_[numbers_[position]] = 0;
  }
}

// What may turn out not to count is written, too, and written over: that is faster than to guess.
void DistinctWords::number_ideographs() {
  numbers_.resize(words_.size());
  code_points_before_.resize(words_.size() + 1);
  others_.resize(words_.size());
  hashes_.resize(words_.size());
  met_.resize(std::min<std::size_t>(words_.size(), kNumIdeographs) + 1);
  std::uint32_t num_code_points = 0;
  std::size_t num_met = 0;
  std::size_t num_others = 0;
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    code_points_before_[i] = num_code_points;
    const std::string_view word = words_[i];
    const std::uint32_t ideograph = ideograph_place(word);
    if (ideograph < kNumIdeographs) {
      numbers_[i] = ideograph;
      met_[num_met] = i;
      num_met += ideographs_[ideograph]++ == 0 ? 1 : 0;
      ++num_code_points;
      continue;
    }
    const HashedWord hashed = hash_word_in(text_, word);
    others_[num_others] = i;
    hashes_[num_others++] = hashed.hash;
    num_code_points += hashed.num_code_points;
  }
  code_points_before_[words_.size()] = num_code_points;
  num_met_ = num_met;
  num_others_ = num_others;
}

void DistinctWords::number_others() {
  occurrences_.clear(std::max(num_others_ / kWordsPerNew, std::min(num_others_ / 2, kNewOfFirst)));
  for (std::size_t i = 0; i < num_others_; ++i) {
    occurrences_.prefetch(hashes_[std::min(i + kWordsAhead, num_others_ - 1)]);
    numbers_[others_[i]] = kNumIdeographs + occurrences_.add(hashes_[i], others_[i]);
  }
}

void DistinctWords::list_distinct() {
  distinct_.clear();
  for (const std::uint32_t first : std::span(met_).first(num_met_)) {
    std::uint32_t& ideograph = ideographs_[numbers_[first]];
    distinct_.push_back({words_[first], ideograph, 1});
    ideograph = static_cast<std::uint32_t>(distinct_.size());
  }
  for (const OccurrenceTable::Entry& entry : occurrences_.entries()) {
    const std::size_t first = entry.first_position;
    distinct_.push_back({words_[first], entry.num_occurrences,
                         code_points_before_[first + 1] - code_points_before_[first]});
  }
}

const DistinctWord* DistinctWords::find(std::string_view word) const {
  if (distinct_.empty()) return nullptr;
  const std::uint32_t ideograph = ideograph_place(word);
  if (ideograph < kNumIdeographs) {
    const std::uint32_t place = ideographs_[ideograph];
    return place == 0 ? nullptr : &distinct_[place - 1];
  }
  const OccurrenceTable::Entry* const entry = occurrences_.find(hash_word(word).hash);
  if (entry == nullptr) return nullptr;
  const DistinctWord& found = distinct_[num_met_ + (entry - occurrences_.entries().data())];
  return found.bytes == word ? &found : nullptr;
}

}  // namespace tamis::text
