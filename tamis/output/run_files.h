// Whose files lie in an output folder: the run's own, told by their names, or somebody else's.
//
// Only what a run has written is ever removed or written over. Names alone do not say so much: the
// callers ask for them beside a run.json or manifest.json (manifest.h).
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "tamis/base/result.h"
#include "tamis/io/file_system.h"
#include "tamis/output/shard_output.h"
#include "tamis/pipeline/plan.h"

namespace tamis::output {

inline constexpr std::string_view kManifest = "manifest.json";
inline constexpr std::string_view kReportJson = "report.json";
inline constexpr std::string_view kReportHtml = "report.html";

// Of a part that a run writes, complete or not: "00003-0000.jsonl.zst".
bool is_part_name(std::string_view name);

// Of a file in checkpoints/: "run.json", "00003.jsonl", or one of those below.
bool is_checkpoint_name(std::string_view name);

// Of what a run leaves in checkpoints/ that died before it began: "run.lock", "run.json.partial".
bool is_beginning_name(std::string_view name);

// An Error that names an input which lies where the run writes, through links or not: it would be
// replaced or removed.
Result<void> check_inputs(const pipeline::Plan& plan, const io::FileSystem& file_system,
                          const RunPaths& paths);

// An Error that names a file which the run would write over. For a folder that holds no run.
Result<void> check_nothing_replaced(const io::FileSystem& file_system, const RunPaths& paths);

// An Error that names a complete part of the shard which has other bytes than `checkpoint` says.
Result<void> check_parts(const io::FileSystem& file_system, const RunPaths& paths,
                         std::size_t shard, const Checkpoint& checkpoint);

// Removes the files of `folder` whose names `goes` picks. Another process may remove files too.
Result<void> remove_files(io::FileSystem& file_system, const std::string& folder,
                          const std::function<bool(std::string_view)>& goes);

}  // namespace tamis::output
