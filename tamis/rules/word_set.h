// A list of words in which each word of a text is looked up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/text/distinct_words.h"

namespace tamis::rules {

// Immutable and thread-safe once made. Unlike text::WordMatcher, it finds a word only where the
// splitter has cut one.
class WordSet {
 public:
  // Equal words are one. With `ignores_case`, A to Z equal a to z, in the list as in texts. An
  // Error if there is no word, or an empty one.
  static Result<WordSet> make(std::span<const std::string> words, bool ignores_case);

  // How many different words the set has.
  std::size_t size() const { return words_.size(); }

  // The number of `word`, below size(), if it is in the set.
  std::optional<std::uint32_t> find(std::string_view word) const;

  // How many words of a text are in the set.
  std::int64_t count_occurrences(const text::DistinctWords& words) const;

  // How many words of the set are in a text.
  std::int64_t count_distinct(const text::DistinctWords& words) const;

 private:
  // A word of at most kShortBytes bytes and their number, packed into one; 0 is an empty slot.
  struct Slot {
    std::uint64_t packed = 0;
    std::uint32_t word_index = 0;
  };
  static constexpr std::size_t kShortBytes = 7;

  std::uint32_t& sizes_of(char first_byte);
  bool may_hold(std::string_view word) const;
  std::span<const text::DistinctWord> candidates(const text::DistinctWords& words) const;
  bool is_better_looked_up_in(const text::DistinctWords& words) const;
  std::uint64_t pack(std::string_view word) const;
  std::size_t first_slot(std::uint64_t packed) const;
  std::optional<std::uint32_t> find_short(std::uint64_t packed) const;
  std::optional<std::uint32_t> find_long(std::string_view word) const;
  void add(std::string_view word);

  bool ignores_case_ = false;
  bool has_ideographs_ = false;     // words of one ideograph
  std::vector<std::string> words_;  // each once
  std::vector<Slot> slots_;         // a power of two, at most a quarter of them full
  std::unordered_map<std::string, std::uint32_t> long_words_;
  // By first byte: which numbers of bytes, 31 for more, words of the set have. Most words of a text
  // are refused by it.
  std::array<std::uint32_t, 256> sizes_of_first_byte_{};
};

}  // namespace tamis::rules
