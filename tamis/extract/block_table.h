// What a forest asks of up to 32 blocks, a column beside the other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "tamis/extract/block_features.h"
#include "tamis/extract/context_features.h"
#include "tamis/extract/forest_scores.h"

namespace tamis::extract {

class BlockTable {
 public:
  // `context` is null for the first forest, which asks for none.
  void set_row(std::size_t row, const BlockFeatures& features, const ContextFeatures* context);

  // Of the rows as they are now.
  Columns columns();

 private:
  // Sixteen bits of each block, which only columns() takes apart: eight blocks a step.
  using BitRows = std::array<std::uint16_t, kNumRows>;
  using Bits = std::array<BitRows, 4>;

  static void set_bits(std::size_t row, std::uint64_t bits, Bits& rows);
  void fill_columns(std::size_t first_column, std::size_t count, const Bits& rows);

  alignas(64) std::array<Rows, kNumColumns> columns_ = {};
  Bits meanings_near_ = {};
  Bits meanings_any_ = {};
  Bits tags_any_ = {};
};

}  // namespace tamis::extract
