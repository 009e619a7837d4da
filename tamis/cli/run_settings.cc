#include "tamis/cli/run_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <thread>

#include "tamis/io/standard_streams.h"
#include "tamis/pipeline/step_settings.h"

namespace tamis::cli {
namespace {

constexpr std::int64_t kThreadsMax = 1024;

// `example`: behind the bounds, of numbers that are sizes.
Result<std::int64_t> read_size(const Arguments& arguments, std::string_view name,
                               std::int64_t initial, std::int64_t max,
                               std::string_view example = {}) {
  const auto value = arguments.find(name);
  if (!value) return initial;
  const auto size = pipeline::parse_size(*value);
  if (!size || *size < 1 || *size > max)
    return fail(ErrorCode::kInvalidInput,
                fmt::format("{} {}: give a number from 1 to {}{}", name, *value, max, example));
  return *size;
}

}  // namespace

Result<pipeline::RunOptions> read_run_options(const Arguments& arguments) {
  pipeline::RunOptions options;
  const auto num_cores = static_cast<std::int64_t>(std::thread::hardware_concurrency());
  TAMIS_ASSIGN(
      const std::int64_t num_threads,
      read_size(arguments, "--threads", std::max<std::int64_t>(1, num_cores), kThreadsMax));
  options.num_threads = static_cast<int>(num_threads);
  TAMIS_ASSIGN(options.memory_bytes,
               read_size(arguments, "--memory", options.memory_bytes, std::int64_t{1} << 50,
                         ", or a size such as 512MiB"));
  TAMIS_ASSIGN(const std::int64_t num_rows,
               read_size(arguments, "--batch-documents", options.batch_size.num_rows_max, 1 << 20));
  options.batch_size.num_rows_max = static_cast<RowIndex>(num_rows);
  return options;
}

Result<std::int64_t> read_count(const Arguments& arguments, std::string_view name,
                                std::int64_t initial, std::int64_t min) {
  const auto value = arguments.find(name);
  if (!value) return initial;
  const auto number = pipeline::parse_size(*value);
  if (!number || *number < min)
    return fail(ErrorCode::kInvalidInput,
                fmt::format("{} {}: give a whole number from {}", name, *value, min));
  return *number;
}

}  // namespace tamis::cli
