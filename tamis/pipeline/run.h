// The run: batches are read in order, worked on by all threads at once, and written in order.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

#include "tamis/base/result.h"
#include "tamis/io/file_system.h"
#include "tamis/pipeline/ledger.h"
#include "tamis/pipeline/plan.h"

namespace tamis::pipeline {

struct RunOptions {
  int num_threads = 1;
  std::int64_t memory_bytes = std::int64_t{2} << 30;  // bounds the batches in flight
  BatchSize batch_size;
};

// How far a run is: for a progress display.
struct Progress {
  std::int64_t input_bytes_read = 0;
  std::int64_t input_bytes = 0;  // 0 if not known
  std::int64_t documents_read = 0;
  std::int64_t documents_kept = 0;
};

// Takes the finished batches, in the order of the input and from one thread at a time.
class BatchSink {
 public:
  BatchSink() = default;
  BatchSink(const BatchSink&) = delete;
  BatchSink& operator=(const BatchSink&) = delete;
  virtual ~BatchSink() = default;

  virtual Result<void> write(const Batch& batch) = 0;

  // After the last batch.
  virtual Result<void> finish() = 0;
};

// Runs the whole plan. The books and what the sink sees are the same for any number of threads
// and any batch size. `is_stopped` ends the run with ErrorCode::kInterrupted soon after it turns
// true. `report_progress` is called after every batch, from one thread at a time.
Result<Ledger> run(const Plan& plan, const io::FileSystem& file_system, const RunOptions& options,
                   BatchSink& sink, const std::atomic<bool>& is_stopped,
                   const std::function<void(const Progress&)>& report_progress);

}  // namespace tamis::pipeline
