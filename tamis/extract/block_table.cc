#include "tamis/extract/block_table.h"

namespace tamis::extract {

void BlockTable::set_row(std::size_t row, const BlockFeatures& features,
                         const ContextFeatures* context) {
  for (std::size_t i = 0; i < kNumBlockFeatures; ++i) columns_[i][row] = features.values[i];
  set_bits(row, features.meanings_near, meanings_near_);
  set_bits(row, features.meanings_any, meanings_any_);
  set_bits(row, features.tags_any, tags_any_);
  if (context == nullptr) return;
  for (std::size_t i = 0; i < kNumContextFeatures; ++i)
    columns_[kContextColumn + i][row] = (*context)[i];
}

void BlockTable::set_bits(std::size_t row, std::uint64_t bits, Bits& rows) {
  for (BitRows& part : rows) {
    part[row] = static_cast<std::uint16_t>(bits);
    bits >>= 16;
  }
}

Columns BlockTable::columns() {
  fill_columns(kNearColumn, kNumClassMeanings, meanings_near_);
  fill_columns(kAnyColumn, kNumClassMeanings, meanings_any_);
  fill_columns(kTagColumn, kNumBlockTags, tags_any_);
  return columns_;
}

void BlockTable::fill_columns(std::size_t first_column, std::size_t count, const Bits& rows) {
  for (std::size_t i = 0; i < count; ++i) {
    const BitRows& part = rows[i / 16];
    Rows& column = columns_[first_column + i];
    for (std::size_t row = 0; row < kNumRows; ++row)
      column[row] = static_cast<std::int16_t>(part[row] >> i % 16 & 1);
  }
}

}  // namespace tamis::extract
