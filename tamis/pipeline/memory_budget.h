// How many batches and shards may be under way within the memory that the user gives.
#pragma once

#include <cstdint>

#include "tamis/base/result.h"
#include "tamis/pipeline/plan.h"
#include "tamis/pipeline/run.h"

namespace tamis::pipeline {

struct MemoryBudget {
  int num_workers = 1;
  int num_lanes = 1;
  std::int64_t file_bytes = 0;  // for the file that a shard has open: readers::kFileMemoryBytes
};

// Texts larger than this are worked on by one worker at a time, so that the memory for splitting
// the largest is needed once.
std::int64_t large_text_bytes(const Plan& plan);

// An Error if the memory is too little for one of each.
Result<MemoryBudget> memory_budget(const Plan& plan, const RunOptions& options);

}  // namespace tamis::pipeline
