#include "tamis/text/line_repetition.h"

#include <xxhash.h>

#include <algorithm>

#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

// So far ahead that memory has come when it is needed; as good as any from 4 to 32.
constexpr std::size_t kPiecesAhead = 8;

void add(std::string_view piece, PieceSums& sums) {
  ++sums.num_pieces;
  sums.num_code_points += static_cast<std::int64_t>(count_code_points(piece));
  sums.num_bytes += static_cast<std::int64_t>(piece.size());
}

PieceSums operator+(const PieceSums& left, const PieceSums& right) {
  return {left.num_pieces + right.num_pieces, left.num_code_points + right.num_code_points,
          left.num_bytes + right.num_bytes};
}

}  // namespace

DuplicatePieces LineRepetition::duplicates(std::span<const std::string_view> pieces) {
  hashes_.clear();
  for (const std::string_view piece : pieces) {
    hashes_.push_back(XXH3_64bits(piece.data(), piece.size()));
  }
  occurrences_.clear(pieces.size());
  PieceSums first;
  PieceSums later;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    occurrences_.prefetch(hashes_[std::min(i + kPiecesAhead, pieces.size() - 1)]);
    const auto& occurrence = occurrences_[occurrences_.add(hashes_[i], i)];
    if (occurrence.num_occurrences == 2) add(pieces[occurrence.first_position], first);
    if (occurrence.num_occurrences >= 2) add(pieces[i], later);
  }
  return {.later = later, .all = first + later};
}

}  // namespace tamis::text
