// A column of texts: one view a row over memory that the batch owns.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tamis/base/arena.h"

namespace tamis {

using RowIndex = std::uint32_t;

// Rows are views, so that an edit copies only the row that it changes; why not offsets into
// one buffer: docs/design/0002-batches.md. A returned view lives until clear().
class TextColumn {
 public:
  // Requires: row < num_rows().
  std::string_view operator[](RowIndex row) const { return rows_[row]; }
  RowIndex num_rows() const { return static_cast<RowIndex>(rows_.size()); }

  void append(std::string_view bytes) { rows_.push_back(arena_.copy(bytes)); }
  void replace(RowIndex row, std::string_view bytes) { rows_[row] = arena_.copy(bytes); }

  // Points the row at `bytes`, a part of what the row holds already: a cut that copies nothing.
  void narrow(RowIndex row, std::string_view bytes) { rows_[row] = bytes; }

  // Forgets the rows and keeps the memory for the next ones.
  void clear();

 private:
  std::vector<std::string_view> rows_;
  Arena arena_;
};

}  // namespace tamis
