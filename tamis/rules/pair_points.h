// Points of pairs of symbols: a sparse matrix, asked at every character of a text.
//
// The rows are laid over one another like combs, each moved so far that its teeth fall into gaps of
// the others; an entry says whose it is. So a question costs one load, and nothing is guessed,
// however it ends. (Tarjan and Yao 1979, "Storing a Sparse Table", section 2.)
#pragma once

#include <cstdint>
#include <vector>

namespace tamis::rules {

class PairPoints {
 public:
  using Symbol = std::uint16_t;

  struct Pair {
    Symbol first = 0;
    Symbol second = 0;
    std::int8_t points = 0;
  };

  // Requires: the symbols are below `num_symbols`, fewer than 2^16 - 1; no pair occurs twice.
  PairPoints(std::vector<Pair> pairs, std::size_t num_symbols);

  // 0 of other pairs. Requires: symbols below num_symbols.
  int operator()(Symbol first, Symbol second) const {
    const Entry entry = entries_[offsets_[first] + second];
    return entry.points & -static_cast<int>(entry.row == first);
  }

 private:
  static constexpr Symbol kNoRow = 0xFFFF;

  struct Entry {
    Symbol row = kNoRow;
    std::int16_t points = 0;
  };

  std::vector<std::uint32_t> offsets_;  // of the rows in the entries
  std::vector<Entry> entries_;
};

}  // namespace tamis::rules
