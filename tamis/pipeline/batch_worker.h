// One batch on its way through all stages of a plan.
#pragma once

#include <memory>
#include <vector>

#include "tamis/batch/batch.h"
#include "tamis/pipeline/ledger.h"
#include "tamis/pipeline/plan.h"

namespace tamis::pipeline {

// A batch with all the memory that work on it needs. Used by one thread at a time, and reused
// from batch to batch.
class BatchWorker {
 public:
  explicit BatchWorker(const Plan& plan);

  // The batch to fill; clear() it first, with the books.
  Batch& batch() { return batch_; }
  Ledger& ledger() { return ledger_; }
  void clear();

  // Runs every stage over the batch and books it.
  void work();

 private:
  void run_stage(std::size_t stage_index);
  void select_rows(const PlanStage& stage);

  const Plan& plan_;
  Batch batch_;
  Ledger ledger_;
  std::vector<std::vector<std::unique_ptr<Scratch>>> scratches_;  // [stage][part]
  std::vector<RowIndex> passing_by_;                              // rows that a stage does not see
};

}  // namespace tamis::pipeline
