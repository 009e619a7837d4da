// One shard under way: batches leave its reader in order, are worked on anywhere, and come back to
// be written in order.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>

#include "tamis/pipeline/batch_worker.h"
#include "tamis/pipeline/run.h"
#include "tamis/pipeline/shard.h"
#include "tamis/pipeline/shard_reader.h"

namespace tamis::pipeline {

// What belongs to the shard's state of turns is guarded by the run's mutex; reader and sink belong
// to the thread whose turn it is.
class ShardLane {
 public:
  explicit ShardLane(const Shard& shard) : shard_(shard) {}

  const Shard& shard() const { return shard_; }

  // --- under the run's mutex ---

  bool can_be_read() const { return !is_being_read_ && !is_read_to_end_; }
  bool is_read_to_end() const { return is_read_to_end_; }
  bool is_done() const {
    return is_read_to_end_ && num_written_ == num_read_ && !is_being_written_;
  }
  void begin_reading() { is_being_read_ = true; }

  // Gives the batch its place in line; null for none: the shard is at its end or failed.
  void end_reading(const BatchWorker* worker);

  // A batch is ready to be written. True if the caller is the one to write now.
  bool hand_in(std::int64_t place, BatchWorker* worker);

  // The next batch in line for the caller who writes; null ends its turn.
  BatchWorker* next_to_write();

  // The place in line of the batch read last.
  std::int64_t last_place() const { return num_read_ - 1; }

  // --- by the thread whose turn it is ---

  bool is_open() const { return reader_.has_value(); }

  // Opens the shard if it is not open yet. False: nothing is to be done for it.
  Result<bool> open(const Plan& plan, const io::FileSystem& file_system,
                    std::int64_t file_memory_bytes, RunSink& sink);

  // Of the shard's files, the first that is to be read; its end if it has not been opened.
  std::size_t next_file() const {
    return open_.has_value() ? open_->progress.position.file : shard_.end_file;
  }

  Result<void> read(BatchWorker& worker, const BatchSize& size) {
    return worker.read(*reader_, size);
  }
  Result<void> write(const BatchWorker& worker);

 private:
  Shard shard_;
  std::optional<OpenShard> open_;
  std::optional<ShardReader> reader_;
  bool is_being_read_ = false;
  bool is_read_to_end_ = false;
  bool is_being_written_ = false;
  std::int64_t num_read_ = 0;  // batches
  std::int64_t num_written_ = 0;
  std::map<std::int64_t, BatchWorker*> waiting_;  // worked on, by place
};

}  // namespace tamis::pipeline
