#include "tamis/pipeline/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <list>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "tamis/pipeline/batch_worker.h"
#include "tamis/pipeline/memory_budget.h"
#include "tamis/pipeline/shard_lane.h"

namespace tamis::pipeline {
namespace {

// Every thread does the same: if few batches lie ready, it takes the turn to read of the first
// shard that nobody reads at the moment, and reads one more; then it works on the first that is
// ready, and hands it in. Who hands in the batch that is next in line writes it, and those behind
// it that were handed in. A new shard begins only when all that are open are being read, so that
// few files are open and shards are completed in their order.
//
// A batch that is next in line is ready to be worked on, in some thread's hands or handed in, never
// waiting for a free worker: so those that wait for one always get it.
class Crew {
 public:
  Crew(const Plan& plan, const std::vector<Shard>& shards, const io::FileSystem& file_system,
       const RunOptions& options, const MemoryBudget& budget, RunSink& sink,
       const std::atomic<bool>& is_stopped,
       const std::function<void(const Progress&)>& report_progress)
      : plan_(plan),
        shards_(shards),
        file_system_(file_system),
        options_(options),
        budget_(budget),
        sink_(sink),
        is_stopped_(is_stopped),
        report_progress_(report_progress) {
    for (const InputFile& file : plan.files) progress_.input_bytes += file.num_bytes;
    for (int index = 0; index < budget.num_workers; ++index) {
      workers_.push_back(std::make_unique<BatchWorker>(plan));
      idle_.push_back(workers_.back().get());
    }
  }

  Result<Profile> run() {
    Profile profile(plan_.stages.size());
    const std::int64_t start = clock_ns();
    std::vector<std::thread> threads;
    for (int index = 1; index < options_.num_threads; ++index) {
      try {
        threads.emplace_back([this] { work(); });
      } catch (const std::system_error&) {
        break;  // the system gives no more: those that there are do it
      }
    }
    work();
    for (std::thread& thread : threads) thread.join();
    if (error_) return tl::unexpected(*std::move(error_));
    if (is_stopped_) return fail(ErrorCode::kInterrupted, "stopped before the end of the input");
    for (const auto& worker : workers_) profile.merge(worker->profile());
    profile.merge(times_);
    profile.merge(times_of_writing_);
    profile.clock_ns = clock_ns() - start;
    profile.num_threads = static_cast<int>(threads.size()) + 1;
    return profile;
  }

 private:
  // A batch that has been read.
  struct Task {
    ShardLane* lane = nullptr;
    BatchWorker* worker = nullptr;
    std::int64_t place = 0;  // in the shard's line
  };

  // How many batches are read before somebody is free for them. One of them is what a thread takes
  // while another is reading.
  std::size_t num_ready_max() const { return options_.num_threads > 1 ? 2 : 1; }

  void work() {
    while (const auto task = take_task()) {
      // A batch that was left half done ends its shard's line.
      if (task->worker->work(&turn_for_large_text_, &is_stopped_)) {
        write(*task);
      } else {
        wake_others();
      }
    }
  }

  // So that they see that the run is ending.
  void wake_others() {
    const std::scoped_lock lock(mutex_);
    changed_.notify_all();
  }

  bool is_ending() const { return is_stopped_ || error_.has_value(); }

  bool can_begin_shard() const {
    return next_shard_ < shards_.size() && static_cast<int>(lanes_.size()) < budget_.num_lanes;
  }

  // Reads if it has to, waits if others do; nothing: there will be no more.
  std::optional<Task> take_task() {
    std::unique_lock lock(mutex_);
    while (!is_ending()) {
      ShardLane* lane = can_read_ahead() ? find_lane() : nullptr;
      if (lane != nullptr) {
        read(*lane, lock);
      } else if (!ready_.empty()) {
        const Task task = ready_.front();
        ready_.pop_front();
        return task;
      } else if (is_all_read()) {
        break;
      } else {
        wait(lock);
      }
    }
    return std::nullopt;
  }

  void wait(std::unique_lock<std::mutex>& lock) {
    const std::int64_t start = clock_ns();
    changed_.wait(lock);
    times_.idle_ns += clock_ns() - start;
  }

  bool can_read_ahead() const { return ready_.size() < num_ready_max() && !idle_.empty(); }

  bool is_all_read() const {
    return next_shard_ == shards_.size() &&
           std::all_of(lanes_.begin(), lanes_.end(),
                       [](const ShardLane& lane) { return lane.is_read_to_end(); });
  }

  ShardLane* find_lane() {
    for (ShardLane& lane : lanes_) {
      if (lane.can_be_read()) return &lane;
    }
    return can_begin_shard() ? &lanes_.emplace_back(shards_[next_shard_++]) : nullptr;
  }

  // Takes the turn to read of `lane`, and makes what it finds ready.
  void read(ShardLane& lane, std::unique_lock<std::mutex>& lock) {
    lane.begin_reading();
    BatchWorker* worker = idle_.front();
    idle_.pop_front();
    lock.unlock();
    const bool has_batch = read_batch(lane, *worker);
    lock.lock();
    lane.end_reading(has_batch ? worker : nullptr);
    if (has_batch) {
      ready_.push_back({.lane = &lane, .worker = worker, .place = lane.last_place()});
    } else {
      idle_.push_front(worker);
      remove_if_done(lane);
    }
    changed_.notify_all();
  }

  // False: there is none, or an Error.
  bool read_batch(ShardLane& lane, BatchWorker& worker) {
    const bool was_open = lane.is_open();
    auto opened = lane.open(plan_, file_system_, budget_.file_bytes, sink_);
    if (opened && !was_open) leave_out_files_before(lane);
    if (!opened) {
      fail_with(lane.shard(), std::move(opened).error());
    } else if (*opened) {
      auto read = lane.read(worker, options_.batch_size);
      if (read) return true;
      fail_with(lane.shard(), std::move(read).error());
    }
    return false;
  }

  // What was done before, or is another process's, is none of what this run has to read.
  void leave_out_files_before(const ShardLane& lane) {
    const std::lock_guard lock(progress_mutex_);
    for (std::size_t file = lane.shard().first_file; file < lane.next_file(); ++file) {
      progress_.input_bytes -= plan_.files[file].num_bytes;
    }
    report_progress_(progress_);
  }

  void write(const Task& task) {
    ShardLane& lane = *task.lane;
    std::unique_lock lock(mutex_);
    if (!lane.hand_in(task.place, task.worker)) return;
    while (BatchWorker* next = lane.next_to_write()) {
      lock.unlock();
      if (!has_failed_) write_batch(lane, *next);
      lock.lock();
      idle_.push_front(next);  // its memory is still in the cache
      changed_.notify_all();
    }
    remove_if_done(lane);
  }

  void write_batch(ShardLane& lane, const BatchWorker& worker) {
    const std::int64_t clock_start = clock_ns(), cpu_start = thread_cpu_ns();
    auto written = lane.write(worker);
    if (!written) return fail_with(lane.shard(), std::move(written).error());
    const std::int64_t cpu = thread_cpu_ns() - cpu_start;
    const std::lock_guard lock(progress_mutex_);
    const Batch& batch = worker.batch();
    times_of_writing_.writing += {.cpu_ns = cpu, .documents = batch.num_rows()};
    times_of_writing_.writing_clock_ns += clock_ns() - clock_start;
    progress_.input_bytes_read += worker.stretch().num_bytes;
    progress_.documents_read += batch.num_rows();
    progress_.documents_kept += static_cast<std::int64_t>(batch.selected.size());
    report_progress_(progress_);
  }

  void remove_if_done(ShardLane& lane) {
    if (!lane.is_done()) return;
    std::erase_if(lanes_, [&](const ShardLane& other) { return &other == &lane; });
    changed_.notify_all();
  }

  void fail_with(const Shard& shard, Error error) {
    const std::lock_guard lock(mutex_);
    has_failed_ = true;
    if (error_.has_value() && error_shard_ <= shard.index) return;
    error_ = std::move(error);
    error_shard_ = shard.index;
    changed_.notify_all();
  }

  const Plan& plan_;
  const std::vector<Shard>& shards_;
  const io::FileSystem& file_system_;
  const RunOptions& options_;
  const MemoryBudget budget_;
  RunSink& sink_;
  const std::atomic<bool>& is_stopped_;
  const std::function<void(const Progress&)>& report_progress_;
  std::vector<std::unique_ptr<BatchWorker>> workers_;

  std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  std::list<ShardLane> lanes_;  // open, in the order of the input
  std::size_t next_shard_ = 0;
  std::deque<BatchWorker*> idle_;
  std::deque<Task> ready_;  // in the order of reading
  std::optional<Error> error_;
  std::size_t error_shard_ = 0;
  std::atomic<bool> has_failed_ = false;
  Profile times_;

  std::mutex turn_for_large_text_;

  std::mutex progress_mutex_;  // guards what follows
  Progress progress_;
  Profile times_of_writing_;
};

}  // namespace

Result<Profile> run(const Plan& plan, const std::vector<Shard>& shards,
                    const io::FileSystem& file_system, const RunOptions& options, RunSink& sink,
                    const std::atomic<bool>& is_stopped,
                    const std::function<void(const Progress&)>& report_progress) {
  TAMIS_ASSIGN(const MemoryBudget budget, memory_budget(plan, options));
  return Crew(plan, shards, file_system, options, budget, sink, is_stopped, report_progress).run();
}

}  // namespace tamis::pipeline
