// How many batches and shards may be under way within the memory that the user gives.
#pragma once

#include "tamis/base/result.h"
#include "tamis/pipeline/plan.h"
#include "tamis/pipeline/run.h"

namespace tamis::pipeline {

struct MemoryBudget {
  int num_workers = 1;
  int num_lanes = 1;
};

// An Error if the memory is too little for one of each.
Result<MemoryBudget> memory_budget(const Plan& plan, const RunOptions& options);

}  // namespace tamis::pipeline
