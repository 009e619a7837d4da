// The documents among the records of a web archive.
#pragma once

#include <memory>
#include <string>

#include "tamis/batch/stage.h"
#include "tamis/readers/record.h"

namespace tamis::readers {

// Responses, resources, conversions and revisits are documents, and so is a broken record of
// unknown type; the other records are counted by type and flaw. `path` makes ids where the archive
// has none.
class RecordSource final : public Source {
 public:
  RecordSource(std::unique_ptr<RecordReader> records, std::string path)
      : records_(std::move(records)), path_(std::move(path)) {}

  Result<bool> read(Batch& batch, const BatchSize& size) override;
  std::int64_t num_bytes_read() const override { return records_->num_bytes_read(); }
  RecordCounts num_other_records() const override { return num_other_records_; }

 private:
  void count_other(const Record& record);

  std::unique_ptr<RecordReader> records_;
  std::string path_;
  RecordCounts num_other_records_;
};

}  // namespace tamis::readers
