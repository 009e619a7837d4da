// The numbers measured of the documents of a batch: one column a signal, aligned with the rows.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "tamis/batch/text_column.h"

namespace tamis {

using SignalIndex = std::uint32_t;

class SignalTable {
 public:
  // Sets the number of columns; the plan knows their names.
  void resize(SignalIndex num_signals) { columns_.resize(num_signals); }
  SignalIndex num_signals() const { return static_cast<SignalIndex>(columns_.size()); }

  // Not-a-number where nothing was measured: an earlier rule had dropped the document, say.
  double at(SignalIndex signal, RowIndex row) const {
    const auto& column = columns_[signal];
    return row < column.size() ? column[row] : std::numeric_limits<double>::quiet_NaN();
  }

  void set(SignalIndex signal, RowIndex row, double value) {
    auto& column = columns_[signal];
    if (column.size() <= row) column.resize(row + 1, std::numeric_limits<double>::quiet_NaN());
    column[row] = value;
  }

  void clear() {
    for (auto& column : columns_) column.clear();
  }

 private:
  std::vector<std::vector<double>> columns_;
};

}  // namespace tamis
