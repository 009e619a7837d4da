// Which windows of n items of a sequence occur at least twice: characters of a text, or words.
//
// Windows are compared by 64-bit hashes, which are computed for all positions at once. A sieve
// leaves few to be counted, and a longer n looks only at what a shorter one left: a window can
// repeat only if all shorter ones in it do.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tamis/text/occurrence_rounds.h"
#include "tamis/text/repeat_filter.h"

namespace tamis::text {

// Keeps its memory from sequence to sequence. Not thread-safe.
class RepeatedWindows {
 public:
  // A window that occurs at least twice: where first, and how often.
  struct Repeat {
    std::uint32_t position;
    std::uint32_t num_occurrences;
  };

  // The items are viewed, not copied, until the next call. Requires: fewer than 2^30.
  void set_items(std::span<const std::uint32_t> items);

  // Finds the repeated windows of so many items, in time that grows with the logarithm of their
  // size; fastest if the last ones were a little shorter. Requires: size >= 1.
  void find(std::size_t size);

  std::int64_t num_windows() const { return static_cast<std::int64_t>(num_windows_); }

  // Where windows begin that occur at least twice, in order.
  std::span<const std::uint32_t> repeated() const {
    return std::span(positions_).first(num_candidates_);
  }

  // The different ones among them, in the order in which they are first met.
  std::span<const Repeat> repeats() const { return std::span(repeats_).first(num_repeats_); }

 private:
  void start();
  void sieve_again();
  void lengthen(std::size_t num_added);
  void keep_repeated();

  std::span<const std::uint32_t> items_;
  std::size_t size_ = 0;  // of a window, in items; 0: not begun
  std::size_t num_windows_ = 0;
  std::vector<std::uint32_t> halves_;  // of the hashes of all windows
  RepeatFilter filter_;

  // Of the windows that may be repeated: by position; the first ones count.
  std::vector<std::uint32_t> positions_;
  std::vector<std::uint64_t> hashes_;
  std::size_t num_candidates_ = 0;
  std::vector<std::uint32_t> passed_;  // which of them pass the sieve again

  OccurrenceRounds occurrences_;
  std::vector<Repeat> repeats_;  // the first ones count
  std::size_t num_repeats_ = 0;
};

}  // namespace tamis::text
