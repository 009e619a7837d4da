#include "tamis/output/signal_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tamis::output {

double SignalColumn::at(const Batch& batch, RowIndex row) const {
  for (std::size_t index = signals.size(); index-- > 0;) {
    const double value = batch.signals.at(signals[index], row);
    if (!std::isnan(value)) return value;
  }
  return std::numeric_limits<double>::quiet_NaN();
}

std::vector<SignalColumn> signal_columns(const pipeline::Plan& plan) {
  std::vector<SignalColumn> columns;
  for (SignalIndex index = 0; index < plan.signals.size(); ++index) {
    const pipeline::Signal& signal = plan.signals[index];
    const auto same = std::find_if(columns.begin(), columns.end(), [&](const SignalColumn& column) {
      return column.name == signal.name;
    });
    if (same == columns.end()) {
      columns.push_back({signal.name, signal.unit, {index}});
    } else {
      same->signals.push_back(index);
    }
  }
  return columns;
}

}  // namespace tamis::output
