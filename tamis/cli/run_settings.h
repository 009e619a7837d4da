// The options that commands that run a plan share, and what they mean.
#pragma once

#include "tamis/base/result.h"
#include "tamis/cli/command.h"
#include "tamis/pipeline/plan.h"
#include "tamis/pipeline/run.h"

namespace tamis::cli {

inline constexpr OptionSpec kPagesOption = {
    .name = "FILE",
    .summary = "Pages (.html), WARC, ARC: paths, patterns, @LIST or -",
    .is_required = true,
    .is_repeated = true};
inline constexpr OptionSpec kFormatOption = {
    .name = "--format", .value_name = "NAME", .summary = "The input's format", .initial = "auto"};
inline constexpr OptionSpec kThreadsOption = {
    .name = "--threads", .value_name = "N", .summary = "Threads", .initial = "all cores"};
inline constexpr OptionSpec kMemoryOption = {
    .name = "--memory",
    .value_name = "SIZE",
    .summary = "Bound on the memory of documents in flight",
    .initial = "2GiB"};

// An Error says which option is wrong.
Result<pipeline::RunOptions> read_run_options(const Arguments& arguments);

// The whole number that an option gives, from `min` on.
Result<std::int64_t> read_count(const Arguments& arguments, std::string_view name,
                                std::int64_t initial, std::int64_t min);

}  // namespace tamis::cli
