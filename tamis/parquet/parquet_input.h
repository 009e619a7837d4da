// A Parquet file that is open, with bounds on what it can make us do.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tamis/io/file_system.h"
#include "tamis/parquet/arrow_error.h"

namespace arrow {
class MemoryPool;
class RecordBatchReader;
}  // namespace arrow

namespace parquet {
class FileMetaData;
namespace arrow {
class FileReader;
struct SchemaManifest;
}  // namespace arrow
}  // namespace parquet

namespace tamis::parquet {

// Arrow opens the file itself, because Parquet is read from its end: the one input that does not
// come through FileSystem::open. Starts no thread. Not thread-safe.
class ParquetInput {
 public:
  // A file that makes Arrow hold more than `memory_bytes_max` is an Error, when opened or read.
  // Pages may have 2 GiB by format; ones of more than some MiB are rare.
  static Result<std::unique_ptr<ParquetInput>> open(const io::FileSystem& file_system,
                                                    const std::string& path,
                                                    std::int64_t memory_bytes_max);
  ParquetInput();
  ~ParquetInput();

  const Task& task() const { return task_; }
  std::int64_t num_file_bytes() const { return num_file_bytes_; }
  const ::parquet::FileMetaData& metadata() const;
  const ::parquet::arrow::SchemaManifest& manifest() const;

  // Reads columns of one row group, given by their leaf indices, some rows at a time.
  Result<std::unique_ptr<::arrow::RecordBatchReader>> read_group(
      int group, const std::vector<int>& leaf_indices, std::int64_t num_rows_at_once);

 private:
  Task task_;
  std::int64_t num_file_bytes_ = 0;
  std::unique_ptr<::arrow::MemoryPool> pool_;  // outlives all that is allocated from it
  std::unique_ptr<::parquet::arrow::FileReader> reader_;
};

}  // namespace tamis::parquet
