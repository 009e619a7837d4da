// One record of a web archive (WARC or ARC), as its reader found it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "tamis/base/result.h"
#include "tamis/batch/drop_reason.h"
#include "tamis/io/chunk_reader.h"

namespace tamis::readers {

// Views live until the next call of RecordReader::next.
struct Record {
  std::string_view type;  // "response", "request", ...; "arc_header"; empty if not known
  std::string_view uri;
  std::string_view date;
  std::string_view id;
  std::string_view content_type;  // of the block
  std::string_view block;
  std::int64_t num_block_bytes = 0;  // as the head says; `block` is empty if that is too large
  std::int64_t offset = 0;  // of the record, or of its gzip member or zstd frame, in the file
  // For indexes of archives, as CDX files are. Bytes in the file, without the blank lines behind
  // it; of its member if it has one for itself; 0 if it shares one or spans several.
  std::int64_t length = 0;
  std::optional<DropReason> flaw;  // why its block is not to be used
};

// Why a record at which the bytes at hand end is not whole: the file was cut there, or is damaged.
inline DropReason reason_of_end(const io::ChunkReader& reader) {
  const bool is_cut = reader.damage() == io::Damage::kTruncated || reader.is_at_end();
  return is_cut ? DropReason::kTruncatedRecord : DropReason::kDamagedRecord;
}

// The records of one file, in order. Not thread-safe.
class RecordReader {
 public:
  RecordReader() = default;
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;
  virtual ~RecordReader() = default;

  // False at the end. A broken record comes with its flaw; reading goes on behind it.
  virtual Result<bool> next(Record& record) = 0;

  virtual std::int64_t num_bytes_read() const = 0;
};

}  // namespace tamis::readers
