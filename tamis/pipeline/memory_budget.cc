#include "tamis/pipeline/memory_budget.h"

#include <fmt/format.h>

#include <algorithm>

namespace tamis::pipeline {
namespace {

constexpr std::int64_t kMebibyte = std::int64_t{1} << 20;

// Program, tables of languages and words, and what the system's allocator keeps.
constexpr std::int64_t kFixedBytes = 96 * kMebibyte;

// Buffers of decoders and encoders.
constexpr std::int64_t kLaneFixedBytes = 24 * kMebibyte;

// A batch at its fullest holds its rows and one last document of the largest size, and work on it
// holds each text twice more: decoded and extracted.
std::int64_t worker_bytes(const Plan& plan, const RunOptions& options) {
  return 3 * (options.batch_size.num_bytes_max + plan.limits.document_bytes_max);
}

// A record that is looked for in several pieces of a file is joined.
std::int64_t lane_bytes(const Plan& plan) {
  return kLaneFixedBytes + 2 * plan.limits.document_bytes_max;
}

}  // namespace

Result<MemoryBudget> memory_budget(const Plan& plan, const RunOptions& options) {
  const std::int64_t worker = worker_bytes(plan, options), lane = lane_bytes(plan);
  const std::int64_t available = options.memory_bytes - kFixedBytes;
  if (available < worker + lane) {
    return fail(ErrorCode::kUnavailable,
                fmt::format("--memory {} MiB is too little: {} MiB are needed for one batch, of "
                            "documents up to limits.document_bytes_max ({} MiB): give more, or "
                            "lower that",
                            options.memory_bytes / kMebibyte,
                            (kFixedBytes + worker + lane + kMebibyte - 1) / kMebibyte,
                            plan.limits.document_bytes_max / kMebibyte));
  }
  // A shard for each thread, if it can have a batch as well; then as many batches as can wait.
  MemoryBudget budget;
  budget.num_lanes = static_cast<int>(
      std::clamp<std::int64_t>((available - worker) / (worker + lane), 1, options.num_threads));
  budget.num_workers = static_cast<int>(std::min<std::int64_t>(
      (available - budget.num_lanes * lane) / worker, 2 * options.num_threads + 1));
  return budget;
}

}  // namespace tamis::pipeline
