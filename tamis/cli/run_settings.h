// The options that every command that runs a plan has, and what they mean.
#pragma once

#include "tamis/base/result.h"
#include "tamis/cli/command.h"
#include "tamis/pipeline/run.h"

namespace tamis::cli {

inline constexpr OptionSpec kThreadsOption = {
    .name = "--threads", .value_name = "N", .summary = "Threads", .initial = "all cores"};
inline constexpr OptionSpec kMemoryOption = {
    .name = "--memory",
    .value_name = "SIZE",
    .summary = "Bound on the memory of documents in flight",
    .initial = "2GiB"};

// An Error says which option is wrong.
Result<pipeline::RunOptions> read_run_options(const Arguments& arguments);

}  // namespace tamis::cli
