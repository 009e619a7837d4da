// WARC files (ISO 28500:2017) record by record, strict in what they mean and forgiving in how
// they say it: docs/formats/reading_warc.md lists each kind of damage and its answer.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "tamis/base/limits.h"
#include "tamis/io/chunk_reader.h"
#include "tamis/readers/record.h"

namespace tamis::readers {

class WarcRecords final : public RecordReader {
 public:
  WarcRecords(std::unique_ptr<io::ChunkReader> reader, const Limits& limits)
      : reader_(std::move(reader)), limits_(limits) {}

  Result<bool> next(Record& record) override;
  std::int64_t num_bytes_read() const override { return reader_->num_bytes_read(); }

 private:
  struct LargePiece {
    std::size_t num_bytes = 0;
    bool ends_at_record = false;  // at a line that begins one, or quotes one
  };

  struct Head {
    std::size_t num_bytes = 0;  // with its empty line, or up to where it breaks off
    std::optional<DropReason> flaw = {};
    bool ends_at_record = false;  // another one's head begins there
  };

  Result<bool> skip_blank_lines();
  Result<Head> find_head();
  Result<void> read_lost(Record& record);
  Result<void> read_head(Record& record);
  Result<void> read_block(Record& record);
  Result<bool> ends_record(std::size_t num_bytes);
  Result<std::size_t> peek_block(std::size_t num_bytes);
  Result<void> check_member(Record& record);
  Result<void> read_large_block(Record& record);
  LargePiece next_piece(std::string_view bytes, std::int64_t num_left) const;
  Result<bool> is_at_whole_head();
  Result<void> end_early(Record& record, std::size_t num_bytes);

  // Moves to the next line that begins a record, or to damage or the end.
  Result<void> seek_record();

  std::unique_ptr<io::ChunkReader> reader_;
  Limits limits_;
  std::string head_;             // the current record's, unfolded
  bool has_own_member_ = false;  // the current record begins a member, which tells its end
  std::size_t num_pending_ = 0;  // bytes of the last block, consumed by the next call
  bool seeks_record_ = false;    // what follows the last block is not a record
};

// True for the first bytes of a WARC file.
bool is_warc(std::string_view head);

}  // namespace tamis::readers
