// The measured numbers as an output shows them: one column a name.
#pragma once

#include <string>
#include <vector>

#include "tamis/batch/batch.h"
#include "tamis/pipeline/plan.h"

namespace tamis::output {

// A name and the columns of Batch::signals that bear it: branches measure under one name, and so
// do stages before and behind a cut.
struct SignalColumn {
  std::string name;
  std::string unit;
  std::vector<SignalIndex> signals;

  // The number that was measured of the row last, which is that of the text as it is written;
  // not-a-number if none was.
  double at(const Batch& batch, RowIndex row) const;
};

// In the order of the plan.
std::vector<SignalColumn> signal_columns(const pipeline::Plan& plan);

}  // namespace tamis::output
