#include "tamis/parquet/arrow_error.h"

#include <arrow/status.h>
#include <fmt/core.h>

namespace tamis::parquet {
namespace {

Error make_error(const Task& task, std::string_view message, bool is_out_of_memory) {
  if (is_out_of_memory) return memory_error(task, message);
  if (task.kind == Task::Kind::kWrite) {
    return Error(ErrorCode::kIo, fmt::format("cannot write {}: {}", task.path, message));
  }
  return Error(ErrorCode::kCorrupt,
               fmt::format("cannot read {}: {}; the file is damaged, incomplete or not Parquet",
                           task.path, message));
}

}  // namespace

Error memory_error(const Task& task, std::string_view why) {
  if (task.kind == Task::Kind::kWrite) {
    return Error(ErrorCode::kUnavailable,
                 fmt::format("cannot write {}: out of memory ({})", task.path, why));
  }
  return Error(ErrorCode::kUnavailable,
               fmt::format("cannot read {}: it needs more at once than the {} MiB that --memory "
                           "leaves for a Parquet file ({}); give more --memory or fewer --threads, "
                           "or write the file with smaller row groups and pages",
                           task.path, task.memory_bytes_max >> 20, why));
}

Error arrow_error(const Task& task, const ::arrow::Status& status) {
  return make_error(task, status.message(), status.IsOutOfMemory());
}

Error arrow_error(const Task& task, const std::exception& exception) {
  return make_error(task, exception.what(), false);
}

}  // namespace tamis::parquet
