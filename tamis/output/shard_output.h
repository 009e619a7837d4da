// What one shard writes: its parts of documents/ and rejected/, and its checkpoint.
//
// Rows go out in the order of the input. A part ends at the first border (shard_reader.h) at which
// the payload read since its start has reached part_bytes; at the other borders the files are
// brought to the disk. Borders depend on the input alone, and so do the bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tamis/io/file_system.h"
#include "tamis/output/checkpoint.h"
#include "tamis/output/document_rows.h"
#include "tamis/pipeline/run.h"
#include "tamis/writers/writer.h"

namespace tamis::output {

inline constexpr std::string_view kDocuments = "documents";
inline constexpr std::string_view kRejected = "rejected";
inline constexpr std::string_view kLockEnding = ".lock";
inline constexpr std::string_view kCheckpointEnding = ".jsonl";
inline constexpr std::string_view kRunFile = "run.json";
inline constexpr std::string_view kRunLock = "run.lock";
inline constexpr std::size_t kShardDigitsMin = 5;
inline constexpr std::size_t kPartDigitsMin = 4;

// The names of a run's files.
class RunPaths {
 public:
  RunPaths(std::string folder, std::size_t num_shards, std::string_view ending);

  const std::string& folder() const { return folder_; }
  std::string in_folder(std::string_view name) const;

  std::string checkpoints() const { return in_folder("checkpoints"); }
  std::string run() const { return in_checkpoints(kRunFile); }
  std::string run_lock() const { return in_checkpoints(kRunLock); }

  // Of the processes that work on the run, in any order.
  std::string process_lock(int index) const;

  // "documents/00003-0000.jsonl.zst", below the folder.
  std::string part(std::string_view kind, std::size_t shard, std::size_t part) const;
  std::string checkpoint(std::size_t shard) const;
  std::string lock(std::size_t shard) const;

 private:
  std::string in_checkpoints(std::string_view name) const;

  std::string folder_;
  std::size_t num_digits_;
  std::string_view ending_;
};

class ShardOutput final : public pipeline::ShardSink {
 public:
  // Goes on from `state`, which is new or was read from the shard's checkpoint. `lock` is held as
  // long as this lives.
  static Result<std::unique_ptr<ShardOutput>> open(const pipeline::Plan& plan,
                                                   io::FileSystem& file_system,
                                                   const RunPaths& paths, const DocumentRows& rows,
                                                   std::size_t shard, Checkpoint state,
                                                   std::unique_ptr<io::FileLock> lock);

  ShardOutput(const pipeline::Plan& plan, io::FileSystem& file_system, const RunPaths& paths,
              const DocumentRows& rows, std::size_t shard, Checkpoint state,
              std::unique_ptr<io::FileLock> lock);

  Result<void> write(const Batch& batch) override;
  Result<void> checkpoint(const pipeline::ShardProgress& progress) override;

 private:
  Result<void> open_part(std::int64_t kept_bytes, std::int64_t rejected_bytes);
  Result<void> begin_part();
  Result<void> end_part();
  Result<std::int64_t> num_bytes_of(const std::string& part) const;
  Result<bool> sync_part();  // false: its format has no files to go on with
  Result<void> save();

  const pipeline::Plan& plan_;
  io::FileSystem& file_system_;
  const RunPaths& paths_;
  const DocumentRows& rows_;
  const writers::WriterSpec* format_;
  std::size_t shard_;
  Checkpoint state_;
  std::unique_ptr<io::FileLock> lock_;
  std::unique_ptr<writers::RowWriter> kept_;  // null between parts
  std::unique_ptr<writers::RowWriter> rejected_;
  CutPieces cuts_;
  std::vector<writers::FieldValue> row_;
};

}  // namespace tamis::output
