// The code points of repeated n-grams as datatrove counts them.
//
// Its filter reads from left to right. If it has met the n-gram that begins at a word before, it
// adds the code points of it and skips its n words, which it does not remember; else it remembers
// the n-gram and goes on by one word. n-grams are compared with nothing between their words: "a
// bc" is "ab c". (gopher_repetition_filter.py, find_all_duplicate.)
//
// The idea: lay out the words' bytes without gaps. An n-gram of at least 15 bytes repeats only if
// its first 15 bytes occur before some other word too. One pass over those leaves few n-grams to
// hash whole, for any n.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/text/occurrence_table.h"
#include "tamis/text/repeat_filter.h"

namespace tamis::text {

// Keeps its memory from text to text. Not thread-safe. Compares by 64-bit hashes.
class JoinedRepetition {
 public:
  // Takes the words; keeps no view of them. Requires: fewer than 2^32 bytes in all.
  void set_words(std::span<const std::string_view> words);

  // The code points of the n-grams met again. Asking n in ascending order is fastest; at worst, an
  // answer takes time in proportion to n times the bytes. Requires: n >= 1.
  std::int64_t skipped_code_points(std::size_t n);

 private:
  struct Candidate {
    std::uint64_t hash;
    std::uint32_t position;  // the word it begins with
  };

  std::uint32_t hash_of_start(std::size_t position) const;
  void find_repeated_starts();
  void start_candidates();
  void find_candidates(std::size_t n);
  std::string_view ngram_at(std::size_t position, std::size_t n) const;

  std::string bytes_;
  std::vector<std::uint32_t> offsets_ = {0};     // in bytes_, of each word and of the end
  std::vector<std::uint8_t> is_repeated_start_;  // perhaps: its first bytes may occur again
  RepeatFilter filter_;
  std::vector<std::uint32_t> halves_;    // of the hashes of the starts, or of the candidates
  std::vector<std::uint32_t> repeated_;  // which of these may occur again
  OccurrenceTable occurrences_;
  std::vector<Candidate> candidates_;  // by position; only the first ones count
  std::size_t num_candidates_ = 0;
  std::size_t num_words_of_ngram_ = 0;  // of the candidates; 0: there are none yet
};

}  // namespace tamis::text
