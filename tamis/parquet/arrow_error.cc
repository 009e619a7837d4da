#include "tamis/parquet/arrow_error.h"

#include <arrow/status.h>
#include <arrow/util/io_util.h>
#include <fmt/core.h>
#include <parquet/exception.h>

#include <new>

namespace tamis::parquet {
namespace {

// What fails: the file, the system on which it lies, or Arrow, which does not read all that there
// is.
enum class Fault { kFile, kSystem, kArrow };

Error make_error(const Task& task, std::string_view message, Fault fault) {
  if (task.kind == Task::Kind::kWrite) {
    return Error(ErrorCode::kIo, fmt::format("cannot write {}: {}", task.path, message));
  }
  if (fault == Fault::kSystem)
    return Error(ErrorCode::kIo, fmt::format("cannot read {}: {}", task.path, message));
  // Arrow has no kind of its own for what is encrypted.
  const bool is_encrypted = message.find("decrypt") != std::string_view::npos;
  if (fault == Fault::kArrow || is_encrypted)
    return Error(ErrorCode::kInvalidInput,
                 fmt::format("cannot read {}: {}; leave such a column out of `read: "
                             "{{metadata_fields:}}`, write the file anew without it, or leave the "
                             "file out",
                             task.path, message));
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
  return Error(
      ErrorCode::kUnavailable,
      fmt::format(
          "cannot read {}: it needs more at once than the {} MiB there are for a "
          "Parquet file ({}); give more --memory or fewer --threads to `tamis run`, leave "
          "large columns out of `read: {{metadata_fields:}}`, or write the file with smaller "
          "row groups and pages",
          task.path, task.memory_bytes_max >> 20, why));
}

Error arrow_error(const Task& task, const ::arrow::Status& status) {
  if (status.IsOutOfMemory()) return memory_error(task, status.message());
  const bool is_of_system = ::arrow::internal::ErrnoFromStatus(status) != 0;
  const bool is_of_arrow = status.IsNotImplemented() || status.IsCapacityError();
  return make_error(task, status.message(),
                    is_of_system  ? Fault::kSystem
                    : is_of_arrow ? Fault::kArrow
                                  : Fault::kFile);
}

Error arrow_error(const Task& task, const std::exception& exception) {
  if (const auto* thrown = dynamic_cast<const ::parquet::ParquetStatusException*>(&exception))
    return arrow_error(task, thrown->status());
  if (dynamic_cast<const std::bad_alloc*>(&exception) != nullptr)
    return memory_error(task, exception.what());
  return make_error(task, exception.what(), Fault::kFile);
}

}  // namespace tamis::parquet
