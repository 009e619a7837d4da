#include "tamis/pipeline/run.h"

#include <fmt/format.h>
#include <tbb/concurrent_queue.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "tamis/pipeline/batch_worker.h"
#include "tamis/pipeline/input_queue.h"

namespace tamis::pipeline {
namespace {

// A batch at its fullest holds its rows and one last document of the largest size, and work on
// it holds each text twice more: decoded and extracted.
std::int64_t batch_bytes_max(const Plan& plan, const RunOptions& options) {
  return 3 * (options.batch_size.num_bytes_max + plan.limits.document_bytes_max);
}

Result<int> num_batches_in_flight(const Plan& plan, const RunOptions& options) {
  const std::int64_t bytes = batch_bytes_max(plan, options);
  const std::int64_t num_batches = options.memory_bytes / bytes;
  if (num_batches < 1)
    return fail(
        ErrorCode::kUnavailable,
        fmt::format("--memory {} MiB is too little for one batch of {} MiB: give more, or "
                    "lower limits.document_bytes_max ({} MiB)",
                    options.memory_bytes >> 20, bytes >> 20, plan.limits.document_bytes_max >> 20));
  return static_cast<int>(std::min<std::int64_t>(num_batches, 2 * options.num_threads + 1));
}

// The state that the serial ends of the pipeline share. Reading and writing are each done by one
// thread at a time; what passes between them are workers, through a queue.
class Conveyor {
 public:
  Conveyor(const Plan& plan, const io::FileSystem& file_system, const RunOptions& options,
           BatchSink& sink, const std::atomic<bool>& is_stopped,
           const std::function<void(const Progress&)>& report_progress)
      : plan_(plan),
        options_(options),
        sink_(sink),
        is_stopped_(is_stopped),
        report_progress_(report_progress),
        inputs_(plan, file_system),
        ledger_(plan) {
    for (const InputFile& file : plan.files) progress_.input_bytes += file.num_bytes;
  }

  Result<Ledger> run(int num_batches) {
    for (int index = 0; index < num_batches; ++index) {
      workers_.push_back(std::make_unique<BatchWorker>(plan_));
      idle_.push(workers_.back().get());
    }
    const tbb::global_control threads(tbb::global_control::max_allowed_parallelism,
                                      static_cast<std::size_t>(options_.num_threads));
    tbb::parallel_pipeline(
        static_cast<std::size_t>(num_batches),
        tbb::make_filter<void, BatchWorker*>(
            tbb::filter_mode::serial_in_order,
            [this](tbb::flow_control& flow) { return read(flow); }) &
            tbb::make_filter<BatchWorker*, BatchWorker*>(tbb::filter_mode::parallel,
                                                         [](BatchWorker* worker) {
                                                           worker->work();
                                                           return worker;
                                                         }) &
            tbb::make_filter<BatchWorker*, void>(tbb::filter_mode::serial_in_order,
                                                 [this](BatchWorker* worker) { write(*worker); }));
    if (read_error_) return tl::unexpected(*std::move(read_error_));
    if (write_error_) return tl::unexpected(*std::move(write_error_));
    if (is_stopped_) return fail(ErrorCode::kInterrupted, "stopped before the end of the input");
    TAMIS_TRY(sink_.finish());
    ledger_.other_records = inputs_.other_records();
    return std::move(ledger_);
  }

 private:
  BatchWorker* read(tbb::flow_control& flow) {
    if (is_last_ || is_stopped_ || has_failed_) {
      flow.stop();
      return nullptr;
    }
    BatchWorker* worker = nullptr;
    idle_.pop(worker);
    worker->clear();
    auto more = inputs_.read(worker->batch(), options_.batch_size);
    if (!more) read_error_ = std::move(more).error();
    is_last_ = !more || !*more;
    input_bytes_read_ = inputs_.num_bytes_read();
    return worker;
  }

  void write(BatchWorker& worker) {
    if (!has_failed_) {
      if (auto written = sink_.write(worker.batch()); !written) {
        write_error_ = std::move(written).error();
        has_failed_ = true;
      }
    }
    ledger_.merge(worker.ledger());
    progress_.input_bytes_read = input_bytes_read_;
    progress_.documents_read += worker.batch().num_rows();
    progress_.documents_kept += static_cast<std::int64_t>(worker.batch().selected.size());
    report_progress_(progress_);
    idle_.push(&worker);
  }

  const Plan& plan_;
  const RunOptions& options_;
  BatchSink& sink_;
  const std::atomic<bool>& is_stopped_;
  const std::function<void(const Progress&)>& report_progress_;
  InputQueue inputs_;
  Ledger ledger_;
  Progress progress_;
  std::vector<std::unique_ptr<BatchWorker>> workers_;
  tbb::concurrent_bounded_queue<BatchWorker*> idle_;
  std::optional<Error> read_error_;
  std::optional<Error> write_error_;
  bool is_last_ = false;  // of the reading end
  std::atomic<bool> has_failed_ = false;
  std::atomic<std::int64_t> input_bytes_read_ = 0;
};

}  // namespace

Result<Ledger> run(const Plan& plan, const io::FileSystem& file_system, const RunOptions& options,
                   BatchSink& sink, const std::atomic<bool>& is_stopped,
                   const std::function<void(const Progress&)>& report_progress) {
  TAMIS_ASSIGN(const int num_batches, num_batches_in_flight(plan, options));
  Conveyor conveyor(plan, file_system, options, sink, is_stopped, report_progress);
  return conveyor.run(num_batches);
}

}  // namespace tamis::pipeline
