// Which occurrences of listed words count as matches: none inside an allowed phrase, and of those
// that overlap the leftmost, then the longest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "tamis/text/word_matcher.h"

namespace tamis::text {

// Takes occurrences in the order of their ends and gives matches in the order of their begins.
// What is pending is bounded: now and then all is settled that no later occurrence can change.
class MatchSelection {
 public:
  using Take = void (*)(void* context, const WordMatch& match);

  // No word has more than `word_bytes_max` bytes. `take` is called with `context`.
  MatchSelection(std::size_t word_bytes_max, Take take, void* context)
      : word_bytes_max_(word_bytes_max), take_(take), context_(context) {}

  // Adds an occurrence that ends no earlier than all before it.
  void add(const WordMatch& match, bool is_allowed);

  // After the last occurrence: decides on all that is pending.
  void finish() { settle(std::numeric_limits<std::size_t>::max()); }

 private:
  struct Occurrence {
    WordMatch match;
    bool is_allowed = false;
  };

  static constexpr std::size_t kPendingMin = 4096;

  // Decides on what begins before `begin_end`.
  void settle(std::size_t begin_end);

  std::size_t word_bytes_max_;
  Take take_;
  void* context_;
  std::vector<Occurrence> pending_;
  std::size_t num_pending_max_ = kPendingMin;
  std::size_t covered_to_ = 0;  // by the last match
  std::size_t allowed_to_ = 0;  // by the allowed phrases so far
};

}  // namespace tamis::text
