// All files of a shard, one after the other, as one stream of batches.
#pragma once

#include <cstdint>
#include <memory>

#include "tamis/batch/stage.h"
#include "tamis/io/file_system.h"
#include "tamis/pipeline/shard.h"
#include "tamis/readers/reader.h"

namespace tamis::pipeline {

// What one call of read() has read.
struct Stretch {
  InputPosition end;                   // behind its last document
  bool is_at_border = false;           // a place where the output is brought to the disk
  bool is_last = false;                // of the shard
  std::int64_t num_bytes = 0;          // of the input files, before decompression
  Source::RecordCounts other_records;  // of the files read to their end
};

// Not thread-safe.
class ShardReader {
 public:
  ShardReader(const Plan& plan, const io::FileSystem& file_system, const Shard& shard)
      : ShardReader(plan, file_system, shard, {.file = shard.first_file}) {}

  // Begins behind the documents before `position`: those of its file are read once more, and
  // nothing else is done with them.
  ShardReader(const Plan& plan, const io::FileSystem& file_system, const Shard& shard,
              const InputPosition& position,
              std::int64_t file_memory_bytes = readers::kFileMemoryBytes);

  // Fills `batch` up to `size`, across files. A border comes with the document with which the
  // payload since the last border reaches what plan.output says: it depends on the input alone,
  // and a batch ends there. An Error names the file; a file that is not what it was when the plan
  // was made is one.
  Result<Stretch> read(Batch& batch, const BatchSize& size);

 private:
  Result<void> open_next(Stretch& stretch);
  Result<void> close_source(Stretch& stretch);
  Result<void> check_unchanged(const InputFile& file) const;
  Result<bool> skip_documents();  // false: the file has no more

  const Plan& plan_;
  const io::FileSystem& file_system_;
  std::int64_t file_memory_bytes_;
  std::size_t end_file_;
  std::size_t next_file_;
  std::int64_t num_to_skip_;  // documents of the next file
  std::unique_ptr<Source> source_;
  std::int64_t num_documents_ = 0;  // of the file under way
  std::int64_t num_bytes_ = 0;      // of the file under way, told already
  std::int64_t border_bytes_;       // of payload between borders
  std::int64_t bytes_since_border_ = 0;
};

}  // namespace tamis::pipeline
