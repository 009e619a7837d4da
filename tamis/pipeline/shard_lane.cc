#include "tamis/pipeline/shard_lane.h"

namespace tamis::pipeline {

void ShardLane::end_reading(const BatchWorker* worker) {
  is_being_read_ = false;
  is_read_to_end_ = worker == nullptr || worker->stretch().is_last;
  if (worker != nullptr) ++num_read_;
}

bool ShardLane::hand_in(std::int64_t place, BatchWorker* worker) {
  waiting_.emplace(place, worker);
  if (is_being_written_ || waiting_.begin()->first != num_written_) return false;
  return is_being_written_ = true;
}

BatchWorker* ShardLane::next_to_write() {
  const auto next = waiting_.begin();
  if (next == waiting_.end() || next->first != num_written_) {
    is_being_written_ = false;
    return nullptr;
  }
  BatchWorker* worker = next->second;
  waiting_.erase(next);
  ++num_written_;
  return worker;
}

Result<bool> ShardLane::open(const Plan& plan, const io::FileSystem& file_system,
                             std::int64_t file_memory_bytes, RunSink& sink) {
  if (reader_.has_value()) return true;
  TAMIS_ASSIGN(open_, sink.open(shard_));
  if (!open_.has_value()) return false;
  reader_.emplace(plan, file_system, shard_, open_->progress.position, file_memory_bytes);
  return true;
}

Result<void> ShardLane::write(const BatchWorker& worker) {
  TAMIS_TRY(open_->sink->write(worker.batch()));
  ShardProgress& progress = open_->progress;
  progress.ledger.merge(worker.ledger());
  progress.position = worker.stretch().end;
  progress.is_complete = worker.stretch().is_last;
  if (!progress.is_complete && !worker.stretch().is_at_border) return {};
  return open_->sink->checkpoint(progress);
}

}  // namespace tamis::pipeline
