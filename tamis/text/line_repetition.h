// How many of a text's lines or paragraphs are duplicates, and how much of the text these are.
//
// Published filters count in two ways. datatrove counts an occurrence of a piece if the piece was
// met before; Dolma and DCLM count all occurrences of a piece that is met more than once.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tamis/text/occurrence_table.h"

namespace tamis::text {

// Some pieces of a text, and what they hold.
struct PieceSums {
  std::int64_t num_pieces = 0;
  std::int64_t num_code_points = 0;
  std::int64_t num_bytes = 0;

  bool operator==(const PieceSums&) const = default;
};

struct DuplicatePieces {
  PieceSums later;  // the second and further occurrences
  PieceSums all;    // these, and the first occurrences of the same pieces

  bool operator==(const DuplicatePieces&) const = default;
};

// Keeps its memory from text to text. Not thread-safe. Compares by 64-bit hashes.
class LineRepetition {
 public:
  // Takes any pieces, empty ones too: the caller splits and strips. Requires: fewer than 2^32 - 1
  // pieces.
  DuplicatePieces duplicates(std::span<const std::string_view> pieces);

 private:
  std::vector<std::uint64_t> hashes_;
  OccurrenceTable occurrences_;
};

}  // namespace tamis::text
