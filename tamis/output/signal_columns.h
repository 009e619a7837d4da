// The measured numbers as an output shows them: one column a name.
#pragma once

#include <string>
#include <vector>

#include "tamis/batch/batch.h"
#include "tamis/pipeline/plan.h"

namespace tamis::output {

// A name and the columns of Batch::signals that bear it: branches measure under one name.
struct SignalColumn {
  std::string name;
  std::string unit;
  std::vector<SignalIndex> signals;

  // The number of whichever branch measured the row; not-a-number if none did.
  double at(const Batch& batch, RowIndex row) const;
};

// In the order of the plan.
std::vector<SignalColumn> signal_columns(const pipeline::Plan& plan);

}  // namespace tamis::output
