// One batch on its way through all stages of a plan.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

#include "tamis/batch/batch.h"
#include "tamis/pipeline/ledger.h"
#include "tamis/pipeline/plan.h"
#include "tamis/pipeline/profile.h"
#include "tamis/pipeline/shard_reader.h"

namespace tamis::pipeline {

// A batch with all the memory that work on it needs. Used by one thread at a time, and reused
// from batch to batch.
class BatchWorker {
 public:
  explicit BatchWorker(const Plan& plan);

  // Empties the batch and its books, to be filled by read() or by hand.
  void clear();
  Batch& batch() { return batch_; }

  // Fills the batch anew; its books begin with what is no document.
  Result<void> read(ShardReader& reader, const BatchSize& size);

  // Runs every stage over the batch and books it. Waits for `turn_for_large_text`, if there is one,
  // before rules split a text that is large: so only one worker has the memory for that. False: it
  // was left half done, because `is_stopped` had turned true.
  bool work(std::mutex* turn_for_large_text = nullptr,
            const std::atomic<bool>* is_stopped = nullptr);

  const Batch& batch() const { return batch_; }
  const Stretch& stretch() const { return stretch_; }
  const Ledger& ledger() const { return ledger_; }

  // Over all batches.
  const Profile& profile() const { return profile_; }

 private:
  bool has_large_text() const;
  void run_stage(std::size_t stage_index, const std::atomic<bool>* is_stopped);
  void run_part(const Stage& part, Scratch* scratch, const std::atomic<bool>* is_stopped);
  void select_rows(const PlanStage& stage);

  const Plan& plan_;
  Batch batch_;
  Stretch stretch_;
  Ledger ledger_;
  Profile profile_;
  std::vector<std::vector<std::unique_ptr<Scratch>>> scratches_;  // [stage][part]
  std::vector<RowIndex> passing_by_;                              // rows that a stage does not see
  std::vector<RowIndex> rows_, kept_rows_;                        // of one part
};

}  // namespace tamis::pipeline
