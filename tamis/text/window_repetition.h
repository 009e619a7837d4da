// How often the windows of n characters of a text occur: the n-grams of a language without spaces.
//
// Each code point but the last n - 1 begins a window; repeated_windows.h finds those that repeat.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tamis/text/repeated_windows.h"

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
  std::int64_t num_windows() const { return windows_.num_windows(); }
  std::int64_t num_distinct() const {
    return num_windows() - num_repeated() + static_cast<std::int64_t>(repeated_counts_.size());
  }

  // How often each window occurs that occurs at least twice.
  std::span<const std::uint32_t> repeated_counts() const { return repeated_counts_; }

  // The sum of these.
  std::int64_t num_repeated() const {
    return static_cast<std::int64_t>(windows_.repeated().size());
  }

 private:
  std::vector<std::uint32_t> code_points_;
  RepeatedWindows windows_;
  std::vector<std::uint32_t> repeated_counts_;
};

}  // namespace tamis::text
