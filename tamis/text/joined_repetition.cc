#include "tamis/text/joined_repetition.h"

#include <xxhash.h>

#include <cstring>

#include "tamis/text/utf8.h"
#include "tamis/text/word_hash.h"

namespace tamis::text {
namespace {

// Five Chinese characters, or about three English words; two loads of eight bytes.
constexpr std::size_t kStartBytes = 15;

// What is loaded or stored beyond the words.
constexpr std::size_t kPaddingBytes = 16;

// Copies the word, and perhaps zeros behind it that the next one overwrites: most words are short,
// and two stores are faster than a call.
void copy_padded(std::string_view word, char* out) {
  if (word.size() > sizeof(PackedWord)) {
    std::memcpy(out, word.data(), word.size());
    return;
  }
  const PackedWord packed = pack_word(word);
  std::memcpy(out, &packed, sizeof packed);
}

// What the sieve is asked by.
std::uint32_t half_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

}  // namespace

void JoinedRepetition::set_words(std::span<const std::string_view> words) {
  num_words_of_ngram_ = 0;
  offsets_.resize(words.size() + 1);
  std::uint32_t num_bytes = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    offsets_[i] = num_bytes;
    num_bytes += static_cast<std::uint32_t>(words[i].size());
  }
  offsets_[words.size()] = num_bytes;
  bytes_.resize(num_bytes + kPaddingBytes);
  for (std::size_t i = 0; i < words.size(); ++i) {
    copy_padded(words[i], bytes_.data() + offsets_[i]);
  }
  bytes_.replace(num_bytes, kPaddingBytes, kPaddingBytes, '\0');
  find_repeated_starts();
}

std::uint32_t JoinedRepetition::hash_of_start(std::size_t position) const {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  const char* start = bytes_.data() + offsets_[position];
  std::memcpy(&low, start, sizeof low);
  std::memcpy(&high, start + kStartBytes - sizeof high, sizeof high);
  const std::uint64_t hash = low * 0xFF51AFD7ED558CCD;
  return half_of(((hash ^ hash >> 32) + high) * 0xC4CEB9FE1A85EC53);
}

void JoinedRepetition::find_repeated_starts() {
  const std::size_t num_words = offsets_.size() - 1;
  halves_.resize(num_words);
  for (std::size_t i = 0; i < num_words; ++i) halves_[i] = hash_of_start(i);
  filter_.find_repeated(halves_, repeated_);
  is_repeated_start_.assign(num_words, 0);
  for (const std::uint32_t position : repeated_) is_repeated_start_[position] = 1;
}

std::string_view JoinedRepetition::ngram_at(std::size_t position, std::size_t n) const {
  const std::size_t begin = offsets_[position];
  return std::string_view(bytes_).substr(begin, offsets_[position + n] - begin);
}

void JoinedRepetition::start_candidates() {
  num_candidates_ = offsets_.size() - 1;
  if (candidates_.size() < num_candidates_) candidates_.resize(num_candidates_);
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    candidates_[i].position = static_cast<std::uint32_t>(i);
  }
}

// Leaves of the candidates those that may be repeated. An n-gram that is shorter than a start may
// be, whatever follows it. A longer n finds its candidates among those of a shorter one.
void JoinedRepetition::find_candidates(std::size_t n) {
  const std::size_t num_words = offsets_.size() - 1;
  if (num_words_of_ngram_ == 0 || n < num_words_of_ngram_) start_candidates();
  num_words_of_ngram_ = n;
  std::size_t num_kept = 0;
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    const std::uint32_t position = candidates_[i].position;
    if (position + n > num_words) break;
    candidates_[num_kept].position = position;
    const bool is_short = offsets_[position + n] - offsets_[position] < kStartBytes;
    num_kept += is_short || is_repeated_start_[position] != 0 ? 1 : 0;
  }
  num_candidates_ = num_kept;
  halves_.resize(num_candidates_);
  for (std::size_t i = 0; i < num_candidates_; ++i) {
    const std::string_view ngram = ngram_at(candidates_[i].position, n);
    candidates_[i].hash = XXH3_64bits(ngram.data(), ngram.size());
    halves_[i] = half_of(candidates_[i].hash);
  }
  filter_.find_repeated(halves_, repeated_);
}

std::int64_t JoinedRepetition::skipped_code_points(std::size_t n) {
  find_candidates(n);
  occurrences_.clear(repeated_.size());
  std::int64_t sum = 0;
  std::size_t next_position = 0;
  for (const std::uint32_t i : repeated_) {
    const Candidate& candidate = candidates_[i];
    if (candidate.position < next_position) continue;
    const std::uint32_t entry = occurrences_.add(candidate.hash, candidate.position);
    if (occurrences_[entry].num_occurrences == 1) continue;
    sum += static_cast<std::int64_t>(count_code_points(ngram_at(candidate.position, n)));
    next_position = candidate.position + n;
  }
  return sum;
}

}  // namespace tamis::text
