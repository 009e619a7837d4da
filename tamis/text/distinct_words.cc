#include "tamis/text/distinct_words.h"

#include <algorithm>

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

void DistinctWords::set_words(std::span<const std::string_view> words) {
  words_ = words;
  hashes_.resize(words.size());
  numbers_.resize(words.size());
  code_points_before_.resize(words.size() + 1);
  std::uint32_t num_code_points = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const HashedWord word = hash_word(words[i]);
    hashes_[i] = word.hash;
    code_points_before_[i] = num_code_points;
    num_code_points += word.num_code_points;
  }
  code_points_before_[words.size()] = num_code_points;

  occurrences_.clear(
      std::max(words.size() / kWordsPerNew, std::min(words.size() / 2, kNewOfFirst)));
  for (std::size_t i = 0; i < words.size(); ++i) {
    occurrences_.prefetch(hashes_[std::min(i + kWordsAhead, words.size() - 1)]);
    numbers_[i] = occurrences_.add(hashes_[i], i);
  }

  distinct_.clear();
  for (const OccurrenceTable::Entry& entry : occurrences_.entries()) {
    const std::size_t first = entry.first_position;
    distinct_.push_back({words[first], entry.num_occurrences,
                         code_points_before_[first + 1] - code_points_before_[first]});
  }
}

const DistinctWord* DistinctWords::find(std::string_view word) const {
  if (distinct_.empty()) return nullptr;
  const OccurrenceTable::Entry* const entry = occurrences_.find(hash_word(word).hash);
  if (entry == nullptr) return nullptr;
  const DistinctWord& found = distinct_[entry - occurrences_.entries().data()];
  return found.bytes == word ? &found : nullptr;
}

}  // namespace tamis::text
