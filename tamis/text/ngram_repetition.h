// How much of a text lies inside word n-grams that occur more than once.
//
// Rae et al. 2021 (Gopher), appendix A1.1: the "fraction of characters contained within
// duplicate n-grams". Here, as in RedPajama and Data-Juicer, each word that is covered by an
// n-gram occurring at least twice counts once, all occurrences alike. datatrove skips behind a
// repetition, Dolma counts overlaps twice on both sides: their numbers differ.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tamis::text {

// Keeps its memory from text to text. Not thread-safe. n-grams are compared by 64-bit hashes: of
// a text of a million words, two different ones are taken for equal with a probability of 3e-8.
class NgramRepetition {
 public:
  // Takes the words that the questions below are about; keeps no view of them.
  void set_words(std::span<const std::string_view> words);

  // The code points of all words.
  std::int64_t num_code_points() const { return num_code_points_; }

  // The code points of the words inside n-grams that occur at least twice. Requires: n >= 1.
  std::int64_t duplicate_code_points(int n);

  // The code points of the most frequent n-gram, times its occurrences; 0 if none occurs twice.
  // Of several as frequent the longest counts. Requires: n >= 1.
  std::int64_t top_code_points(int n);

  // set_words(), then duplicate_code_points().
  std::int64_t duplicate_code_points(std::span<const std::string_view> words, int n);

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t generation = 0;  // the slot is empty unless this is the present one
    std::uint32_t ngram = 0;
  };
  struct Ngram {
    std::uint32_t first = 0;  // the word it first begins with
    std::uint32_t num_occurrences = 0;
  };

  // Fills ngram_at_ and ngrams_: which n-gram begins at each word, and how often each occurs.
  void number_ngrams(std::size_t n);
  void clear_slots(std::size_t num_ngrams_max);
  std::uint32_t number_of(std::uint64_t hash, std::uint32_t position);

  std::vector<std::uint64_t> word_hashes_;
  std::vector<std::uint32_t> word_code_points_;
  std::int64_t num_code_points_ = 0;
  std::vector<Slot> slots_;  // a power of two, at most half full
  std::uint32_t generation_ = 0;
  std::vector<std::uint32_t> ngram_at_;
  std::vector<Ngram> ngrams_;
};

}  // namespace tamis::text
