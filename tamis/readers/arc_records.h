// ARC files, versions 1 and 2 (Internet Archive, "Arc File Format", 1996), record by record.
#pragma once

#include <memory>
#include <string>

#include "tamis/base/limits.h"
#include "tamis/io/chunk_reader.h"
#include "tamis/readers/record.h"

namespace tamis::readers {

// A record begins with one line: URL, IP address, date, media type and length, in version 2 with
// five more fields before the length. URLs may hold spaces, so fields are counted from the end.
class ArcRecords final : public RecordReader {
 public:
  ArcRecords(std::unique_ptr<io::ChunkReader> reader, const Limits& limits)
      : reader_(std::move(reader)), limits_(limits) {}

  Result<bool> next(Record& record) override;
  std::int64_t num_bytes_read() const override { return reader_->num_bytes_read(); }

 private:
  Result<std::string_view> peek_line();
  bool is_cut(std::string_view line) const;
  bool parse_line(std::string_view line, Record& record);
  Result<void> read_block(Record& record, std::int64_t num_line_bytes);
  Result<void> seek_record();

  std::unique_ptr<io::ChunkReader> reader_;
  Limits limits_;
  std::string line_;
  std::string date_;
  bool is_version_2_ = false;
  std::size_t num_pending_ = 0;
  bool seeks_record_ = false;
  bool is_inside_line_ = false;  // of one that is over the limit
};

// True for the first bytes of an ARC file.
bool is_arc(std::string_view head);

}  // namespace tamis::readers
