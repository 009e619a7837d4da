// Lines of a decompressed file, ended by "\n" alone, of bounded size.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "tamis/batch/drop_reason.h"
#include "tamis/io/chunk_reader.h"

namespace tamis::readers {

struct Line {
  std::string_view bytes;          // without "\n"; io's padding or more bytes follow
  std::int64_t number = 0;         // from 1
  std::optional<DropReason> flaw;  // too large (then `bytes` is empty), or cut by damage
};

class LineReader {
 public:
  LineReader(std::unique_ptr<io::ChunkReader> reader, std::int64_t num_bytes_max)
      : reader_(std::move(reader)), num_bytes_max_(static_cast<std::size_t>(num_bytes_max)) {}

  // False at the end. The line lives until the next call.
  Result<bool> next(Line& line);

  std::int64_t num_bytes_read() const { return reader_->num_bytes_read(); }

 private:
  Result<void> skip_large(Line& line);

  std::unique_ptr<io::ChunkReader> reader_;
  std::size_t num_bytes_max_;
  std::size_t num_pending_ = 0;  // bytes of the last line, consumed by the next call
  std::int64_t num_lines_ = 0;
};

}  // namespace tamis::readers
