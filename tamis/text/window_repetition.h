// How often the windows of n characters of a text occur: the n-grams of a language without spaces.
//
// Each code point but the last n - 1 begins a window. Windows are compared by 64-bit hashes that
// roll from one to the next; a sieve leaves few to be counted one by one.
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
  // Counts the windows of `num_code_points` characters. Linear, whatever their size.
  // Requires: num_code_points >= 1, and fewer than 2^30 bytes of text.
  void count(std::string_view text, std::size_t num_code_points);

  // The windows, and the different ones among them.
  std::int64_t num_windows() const { return static_cast<std::int64_t>(hashes_.size()); }
  std::int64_t num_distinct() const { return num_distinct_; }

  // How often each window occurs that occurs at least twice.
  std::span<const std::uint32_t> repeated_counts() const { return repeated_counts_; }

  // The sum of these.
  std::int64_t num_repeated() const { return num_repeated_; }

 private:
  void hash_windows(std::size_t num_code_points);
  void count_repeated();

  std::vector<char32_t> code_points_;
  std::vector<std::uint64_t> hashes_;  // of each window
  RepeatFilter filter_;
  OccurrenceTable table_;
  std::vector<std::uint64_t> candidates_;
  std::vector<std::uint32_t> repeated_counts_;
  std::int64_t num_distinct_ = 0;
  std::int64_t num_repeated_ = 0;
};

}  // namespace tamis::text
