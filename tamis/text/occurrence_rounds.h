// Which of many 64-bit hashes are equal, and how often each occurs: all at once, without a branch.
//
// A table that is asked hash by hash waits for memory, and the processor guesses wrong whether a
// hash is new. Here every hash has one slot: the first one there takes it, equal ones are counted,
// and others are left for a next round with other slots. None of this is guessed, so that tens of
// hashes are under way at once. Few are left after some rounds; these go to an OccurrenceTable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tamis/text/occurrence_table.h"

namespace tamis::text {

// Keeps its memory from call to call. Not thread-safe.
class OccurrenceRounds {
 public:
  // Its `first_position` is the index of the first of its hashes.
  using Group = OccurrenceTable::Entry;

  // Forgets the last hashes, counts these. `num_different`: how many are expected to be different;
  // the guess matters for speed alone. Requires: fewer than 2^30.
  void count(std::span<const std::uint64_t> hashes, std::size_t num_different);

  // A number for each hash, equal if the hashes are.
  std::span<const std::uint32_t> group_of() const { return group_of_; }

  // Requires: a number out of group_of().
  const Group& operator[](std::uint32_t group) const { return all_groups_[group]; }

 private:
  std::size_t add_to_slots(std::span<const std::uint64_t> hashes, std::size_t num_slots,
                           std::size_t round);
  template <typename IndexAt>
  void add_one_by_one(std::span<const std::uint64_t> hashes, std::size_t num_added,
                      IndexAt index_at);

  std::vector<Group> groups_;  // the slots of all rounds, and what was added one by one behind them
  std::span<const Group> all_groups_;
  std::vector<std::uint32_t> group_of_;
  std::vector<std::uint32_t> left_;  // for the next round: indices of hashes; the first ones count
  std::size_t num_left_ = 0;
  OccurrenceTable rest_;
};

}  // namespace tamis::text
