// How often the windows of n characters of a text occur: the n-grams of a language without spaces.
//
// Each code point but the last n - 1 begins a window. Windows are compared by 64-bit hashes that
// roll from one to the next; a sieve leaves few to be counted one by one. A window can repeat only
// if the shorter one at its start does, so that a longer n looks at what a shorter one left.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tamis/text/occurrence_table.h"
#include "tamis/text/repeat_filter.h"

namespace tamis::text {

// Keeps its memory from text to text. Not thread-safe.
class WindowRepetition {
 public:
  // Takes the text that the questions below are about. Requires: fewer than 2^30 bytes.
  void set_text(std::string_view text);

  // Counts the windows of `num_code_points` characters. Linear, whatever their size; fastest if the
  // last ones were a little shorter. Requires: num_code_points >= 1.
  void count(std::size_t num_code_points);

  // The windows, and the different ones among them.
  std::int64_t num_windows() const { return num_windows_; }
  std::int64_t num_distinct() const { return num_distinct_; }

  // How often each window occurs that occurs at least twice.
  std::span<const std::uint32_t> repeated_counts() const { return repeated_counts_; }

  // The sum of these.
  std::int64_t num_repeated() const { return num_repeated_; }

 private:
  // A window that may occur again: where it begins, and its hash.
  struct Candidate {
    std::uint64_t hash;
    std::uint32_t position;
  };

  std::uint64_t hash_at(std::size_t position) const;
  template <typename Use>
  void for_each_window(Use use) const;
  void start();
  void lengthen(std::size_t num_added);
  void keep_repeated();
  void sum_up();

  std::vector<char32_t> code_points_;  // and a 0, which rolling past the last window reads
  std::int64_t num_windows_ = 0;
  std::vector<std::uint32_t> repeated_counts_;
  std::int64_t num_distinct_ = 0;
  std::int64_t num_repeated_ = 0;

  // What the last n left.
  std::size_t size_ = 0;               // code points of a window; 0: not begun
  std::vector<Candidate> candidates_;  // the first ones count
  std::size_t num_candidates_ = 0;
  std::vector<std::uint32_t> entry_of_candidate_;
  RepeatFilter filter_;
  OccurrenceTable occurrences_;
};

}  // namespace tamis::text
