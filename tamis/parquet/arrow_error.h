// Arrow's failures as ours: its Status and Result, and what it throws in spite of them.
//
// Templates, so that this header needs none of Arrow's.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include "tamis/base/result.h"

namespace arrow {
class Status;
}  // namespace arrow

namespace tamis::parquet {

// Which file Arrow works on, and which way.
struct Task {
  enum class Kind { kRead, kWrite };

  Kind kind = Kind::kRead;
  std::string path;
  std::int64_t memory_bytes_max = 0;  // of reading
};

// The Error of a file that needs more memory than the task has. `why` says for what.
Error memory_error(const Task& task, std::string_view why);

// `status` must not be OK.
Error arrow_error(const Task& task, const ::arrow::Status& status);
Error arrow_error(const Task& task, const std::exception& exception);

template <typename Status>
Result<void> check(const Task& task, const Status& status) {
  if (!status.ok()) return tl::unexpected<Error>(arrow_error(task, status));
  return {};
}

// The value of an arrow::Result.
template <typename ArrowResult>
Result<typename ArrowResult::ValueType> take(const Task& task, ArrowResult result) {
  if (!result.ok()) return tl::unexpected<Error>(arrow_error(task, result.status()));
  return std::move(result).ValueUnsafe();
}

// What `work` returns. Arrow says that it throws nothing; its Parquet half does on some damaged
// files, and the standard library does where memory ends.
template <typename Work>
auto without_exceptions(const Task& task, Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const std::exception& exception) {
    return tl::unexpected<Error>(arrow_error(task, exception));
  }
}

}  // namespace tamis::parquet
