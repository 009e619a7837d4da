#include "tamis/text/distinct_words.h"

#include "tamis/text/word_hash.h"

namespace tamis::text {
namespace {

// A line has a few different words, and the table grows for a page.
constexpr std::size_t kFewWords = 8;

}  // namespace

void DistinctWords::set_words(std::span<const std::string_view> words) {
  words_ = words;
  hashes_.resize(words.size());
  code_points_before_.resize(words.size() + 1);
  occurrences_.clear(kFewWords);
  std::uint32_t num_code_points = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const HashedWord word = hash_word(words[i]);
    hashes_[i] = word.hash;
    code_points_before_[i] = num_code_points;
    num_code_points += word.num_code_points;
    occurrences_.add(word.hash, i);
  }
  code_points_before_[words.size()] = num_code_points;

  distinct_.clear();
  for (const OccurrenceTable::Entry& entry : occurrences_.entries()) {
    const std::size_t first = entry.first_position;
    distinct_.push_back({words[first], entry.num_occurrences,
                         code_points_before_[first + 1] - code_points_before_[first]});
  }
}

}  // namespace tamis::text
