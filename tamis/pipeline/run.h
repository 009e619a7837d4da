// The run: several shards at once, the batches of each read in order, worked on by all threads,
// and written in order.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/io/file_system.h"
#include "tamis/pipeline/plan.h"
#include "tamis/pipeline/profile.h"
#include "tamis/pipeline/shard.h"

namespace tamis::pipeline {

struct RunOptions {
  int num_threads = 1;
  std::int64_t memory_bytes = std::int64_t{2} << 30;  // bounds the batches in flight
  BatchSize batch_size;
};

// How far a run is: for a progress display.
struct Progress {
  std::int64_t input_bytes_read = 0;
  std::int64_t input_bytes = 0;  // less what need not be read any more; 0 if not known
  std::int64_t documents_read = 0;
  std::int64_t documents_kept = 0;
};

// Takes the finished batches of one shard, in the order of the input and from one thread at a
// time.
class ShardSink {
 public:
  ShardSink() = default;
  ShardSink(const ShardSink&) = delete;
  ShardSink& operator=(const ShardSink&) = delete;
  virtual ~ShardSink() = default;

  virtual Result<void> write(const Batch& batch) = 0;

  // At borders that the input alone sets, and behind the last batch (`progress.is_complete`): all
  // that was written up to here may be made to last.
  virtual Result<void> checkpoint(const ShardProgress& progress) = 0;
};

// A shard to be worked on, from where it stands.
struct OpenShard {
  ShardProgress progress;
  std::unique_ptr<ShardSink> sink;
};

// Where shards go. Thread-safe.
class RunSink {
 public:
  RunSink() = default;
  RunSink(const RunSink&) = delete;
  RunSink& operator=(const RunSink&) = delete;
  virtual ~RunSink() = default;

  // Nothing for a shard that is complete, or that another process works on.
  virtual Result<std::optional<OpenShard>> open(const Shard& shard) = 0;
};

// Runs the plan over `shards`. What the sinks see is the same for any number of threads and any
// batch size. `is_stopped` ends the run with ErrorCode::kInterrupted soon after it turns true.
// `report_progress` is called after every batch and opening of a shard, from one thread at a time.
// Of several errors, the one of the first shard is returned.
Result<Profile> run(const Plan& plan, const std::vector<Shard>& shards,
                    const io::FileSystem& file_system, const RunOptions& options, RunSink& sink,
                    const std::atomic<bool>& is_stopped,
                    const std::function<void(const Progress&)>& report_progress);

}  // namespace tamis::pipeline
