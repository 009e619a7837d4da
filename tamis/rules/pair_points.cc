#include "tamis/rules/pair_points.h"

#include <algorithm>
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

}  // namespace

PairPoints::PairPoints(std::vector<Pair> pairs, std::size_t num_symbols)
    : offsets_(num_symbols), entries_(num_symbols) {
  TAMIS_CHECK(num_symbols < kNoRow);
  const auto is_free = [&](std::size_t i) {
    return i >= entries_.size() || entries_[i].row == kNoRow;
  };
  std::size_t first_free = 0;
  for (const Row row : rows_of(pairs)) {
    while (!is_free(first_free)) ++first_free;
    std::size_t offset = first_free - std::min<std::size_t>(first_free, row.front().second);
    while (!std::ranges::all_of(row, [&](Pair pair) { return is_free(offset + pair.second); })) {
      ++offset;
    }
    offsets_[row.front().first] = static_cast<std::uint32_t>(offset);
    entries_.resize(std::max(entries_.size(), offset + num_symbols));
    for (const Pair& pair : row) entries_[offset + pair.second] = {pair.first, pair.points};
  }
}

}  // namespace tamis::rules
