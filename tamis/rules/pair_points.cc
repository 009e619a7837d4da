#include "tamis/rules/pair_points.h"

#include <algorithm>
#include <bit>
#include <span>
#include <tuple>

#include "tamis/base/check.h"

namespace tamis::rules {
namespace {

using Row = std::span<const PairPoints::Pair>;

// The pairs by their first symbols, the longest row first: short ones fit into the gaps that it
// leaves.
std::vector<Row> rows_of(std::vector<PairPoints::Pair>& pairs) {
  std::ranges::sort(
      pairs, {}, [](const PairPoints::Pair& pair) { return std::tuple(pair.first, pair.second); });
  std::vector<Row> rows;
  for (std::size_t begin = 0; begin < pairs.size();) {
    std::size_t end = begin;
    while (end < pairs.size() && pairs[end].first == pairs[begin].first) ++end;
    rows.push_back(Row(pairs).subspan(begin, end - begin));
    begin = end;
  }
  std::ranges::stable_sort(rows, std::ranges::greater(), [](Row row) { return row.size(); });
  return rows;
}

// Which entries are taken, one bit each, so that sixty-four places of a row are tried at once.
class TakenEntries {
 public:
  void take(std::size_t i) {
    reach(i);
    words_[i / 64] |= std::uint64_t{1} << i % 64;
  }

  // An offset by which all of the row is free: where the last row of as many was put or behind it,
  // for what is before that took hardly any of these.
  // Requires: no row has more than those before.
  std::size_t find_offset(Row row) {
    std::size_t offset = row.size() == last_size_ ? last_offset_ / 64 * 64 : 0;
    last_size_ = row.size();
    return last_offset_ = find_offset_from(offset, row);
  }

 private:
  std::size_t find_offset_from(std::size_t offset, Row row) {
    for (;; offset += 64) {
      reach(offset + row.back().second + 64);
      std::uint64_t is_taken = 0;
      for (const PairPoints::Pair& pair : row) {
        is_taken |= sixty_four_from(offset + pair.second);
        if (~is_taken == 0) break;
      }
      if (~is_taken != 0) return offset + static_cast<std::size_t>(std::countr_one(is_taken));
    }
  }

  void reach(std::size_t i) { words_.resize(std::max(words_.size(), i / 64 + 2)); }

  std::uint64_t sixty_four_from(std::size_t i) const {
    const std::uint64_t low = words_[i / 64] >> i % 64;
    return i % 64 == 0 ? low : low | words_[i / 64 + 1] << (64 - i % 64);
  }

  std::vector<std::uint64_t> words_;
  std::size_t last_size_ = 0;
  std::size_t last_offset_ = 0;
};

}  // namespace

PairPoints::PairPoints(std::vector<Pair> pairs, std::size_t num_symbols)
    : offsets_(num_symbols), entries_(num_symbols) {
  TAMIS_CHECK(num_symbols < kNoRow);
  TakenEntries taken;
  for (const Row row : rows_of(pairs)) {
    const std::size_t offset = taken.find_offset(row);
    offsets_[row.front().first] = static_cast<std::uint32_t>(offset);
    entries_.resize(std::max(entries_.size(), offset + num_symbols));
    for (const Pair& pair : row) {
      entries_[offset + pair.second] = {pair.first, pair.points};
      taken.take(offset + pair.second);
    }
  }
}

}  // namespace tamis::rules
