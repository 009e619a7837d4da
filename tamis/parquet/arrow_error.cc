#include "tamis/parquet/arrow_error.h"

#include <arrow/status.h>
#include <fmt/core.h>

namespace tamis::parquet {
namespace {

Error make_error(const Task& task, std::string_view message, bool is_out_of_memory) {
  if (is_out_of_memory) {
    return Error(
        ErrorCode::kUnavailable,
        fmt::format("cannot {} {}: it needs too much memory at once ({}); write it with "
                    "smaller row groups and pages",
                    task.kind == Task::Kind::kRead ? "read" : "write", task.path, message));
  }
  if (task.kind == Task::Kind::kWrite) {
    return Error(ErrorCode::kIo, fmt::format("cannot write {}: {}", task.path, message));
  }
  return Error(ErrorCode::kCorrupt,
               fmt::format("cannot read {}: {}; the file is damaged, incomplete or not Parquet",
                           task.path, message));
}

}  // namespace

Error arrow_error(const Task& task, const ::arrow::Status& status) {
  return make_error(task, status.message(), status.IsOutOfMemory());
}

Error arrow_error(const Task& task, const std::exception& exception) {
  return make_error(task, exception.what(), false);
}

}  // namespace tamis::parquet
