#include "tamis/text/joined_repetition.h"

#include <xxhash.h>

#include <cstring>

#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

// Five Chinese characters, or about three English words; two loads of eight bytes.
constexpr std::size_t kStartBytes = 15;

}  // namespace

void JoinedRepetition::set_words(std::span<const std::string_view> words) {
  bytes_.clear();
  offsets_.clear();
  for (const std::string_view word : words) {
    offsets_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    bytes_ += word;
  }
  offsets_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  bytes_.append(kStartBytes + 1, '\0');  // so that the last words can be loaded as the others
  find_repeated_starts();
}

std::uint64_t JoinedRepetition::hash_of_start(std::size_t position) const {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  const char* start = bytes_.data() + offsets_[position];
  std::memcpy(&low, start, sizeof low);
  std::memcpy(&high, start + kStartBytes - sizeof high, sizeof high);
  const std::uint64_t hash = low * 0xFF51AFD7ED558CCD;
  return ((hash ^ hash >> 32) + high) * 0xC4CEB9FE1A85EC53;
}

void JoinedRepetition::find_repeated_starts() {
  const std::size_t num_words = offsets_.size() - 1;
  filter_.clear(num_words);
  for (std::size_t i = 0; i < num_words; ++i) filter_.add(hash_of_start(i));
  is_repeated_start_.resize(num_words);
  for (std::size_t i = 0; i < num_words; ++i) {
    is_repeated_start_[i] = filter_.may_repeat(hash_of_start(i)) ? 1 : 0;
  }
}

std::string_view JoinedRepetition::ngram_at(std::size_t position, std::size_t n) const {
  const std::size_t begin = offsets_[position];
  return std::string_view(bytes_).substr(begin, offsets_[position + n] - begin);
}

// An n-gram that is shorter than a start may be repeated whatever follows its start.
void JoinedRepetition::find_candidates(std::size_t n) {
  num_candidates_ = 0;
  const std::size_t num_words = offsets_.size() - 1;
  if (candidates_.size() < num_words) candidates_.resize(num_words);
  for (std::size_t i = 0; i + n <= num_words; ++i) {
    candidates_[num_candidates_].position = static_cast<std::uint32_t>(i);
    const bool is_short = offsets_[i + n] - offsets_[i] < kStartBytes;
    num_candidates_ += is_short || is_repeated_start_[i] != 0 ? 1 : 0;
  }
  filter_.clear(num_candidates_);
  for (Candidate& candidate : std::span(candidates_).first(num_candidates_)) {
    const std::string_view ngram = ngram_at(candidate.position, n);
    candidate.hash = XXH3_64bits(ngram.data(), ngram.size());
    filter_.add(candidate.hash);
  }
}

std::int64_t JoinedRepetition::skipped_code_points(std::size_t n) {
  find_candidates(n);
  occurrences_.clear(num_candidates_);
  std::int64_t sum = 0;
  std::size_t next_position = 0;
  for (const Candidate& candidate : std::span(candidates_).first(num_candidates_)) {
    if (candidate.position < next_position || !filter_.may_repeat(candidate.hash)) continue;
    const std::uint32_t entry = occurrences_.add(candidate.hash, candidate.position);
    if (occurrences_[entry].num_occurrences == 1) continue;
    sum += static_cast<std::int64_t>(count_code_points(ngram_at(candidate.position, n)));
    next_position = candidate.position + n;
  }
  return sum;
}

}  // namespace tamis::text
