// Which windows of n items of a sequence occur at least twice: characters of a text, or words.
//
// Windows are compared by 64-bit hashes that roll from one to the next. A sieve leaves few to be
// counted one by one, and a longer n looks only at what a shorter one left: a window can repeat
// only if all shorter ones in it do.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tamis/text/occurrence_table.h"
#include "tamis/text/repeat_filter.h"

namespace tamis::text {

// Keeps its memory from sequence to sequence. Not thread-safe. Item is char32_t or std::uint64_t.
template <typename Item>
class RepeatedWindows {
 public:
  // A window: its hash, and the item that it begins with.
  struct Window {
    std::uint64_t hash;
    std::uint32_t position;
  };

  // The items are viewed, not copied, until the next call. Requires: fewer than 2^30.
  void set_items(std::span<const Item> items);

  // Finds the repeated windows of so many items. Linear, whatever their size; fastest if the last
  // ones were a little shorter. Requires: size >= 1.
  void find(std::size_t size);

  std::int64_t num_windows() const { return static_cast<std::int64_t>(num_windows_); }

  // All occurrences of those that occur at least twice, in order.
  std::span<const Window> repeated() const { return std::span(candidates_).first(num_candidates_); }

  // The different ones among them, in the order in which they are first met, and perhaps some that
  // occur once.
  std::span<const OccurrenceTable::Entry> distinct() const { return occurrences_.entries(); }

 private:
  std::uint64_t hash_at(std::size_t position) const;
  template <typename Use>
  void for_each_window(Use use) const;
  void start();
  void lengthen(std::size_t num_added);
  void keep_repeated();

  std::span<const Item> items_;
  std::size_t size_ = 0;  // of a window, in items; 0: not begun
  std::size_t num_windows_ = 0;
  std::vector<Window> candidates_;  // by position; the first ones count
  std::size_t num_candidates_ = 0;
  std::vector<std::uint32_t> entry_of_candidate_;
  RepeatFilter filter_;
  OccurrenceTable occurrences_;
};

extern template class RepeatedWindows<char32_t>;
extern template class RepeatedWindows<std::uint64_t>;

}  // namespace tamis::text
