// All input files of a plan, one after the other, as one stream of batches.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "tamis/batch/stage.h"
#include "tamis/io/file_system.h"
#include "tamis/pipeline/plan.h"

namespace tamis::pipeline {

class InputQueue {
 public:
  InputQueue(const Plan& plan, const io::FileSystem& file_system)
      : plan_(plan), file_system_(file_system) {}

  // Fills `batch` up to `size`, across files; false: that was the last batch. An Error names the
  // file.
  Result<bool> read(Batch& batch, const BatchSize& size);

  std::int64_t num_bytes_read() const;

  // Records that are no documents, by type, of the files read to their end.
  const std::map<std::string, std::int64_t>& other_records() const { return other_records_; }

 private:
  Result<void> open_next();
  void close_source();

  const Plan& plan_;
  const io::FileSystem& file_system_;
  std::unique_ptr<Source> source_;
  std::size_t next_file_ = 0;
  std::int64_t num_bytes_of_closed_ = 0;
  std::map<std::string, std::int64_t> other_records_;
};

}  // namespace tamis::pipeline
