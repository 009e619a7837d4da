#include "tamis/readers/warc_records.h"

#include <algorithm>

#include "tamis/readers/header_fields.h"
#include "tamis/readers/warc_head.h"

namespace tamis::readers {
namespace {

constexpr std::size_t kBlankBytes = 4;    // what ends a record
constexpr std::size_t kHeadBytes = 2048;  // few heads have more
// The last bytes at hand, which may be the first ones of a line that begins a record.
constexpr std::size_t kLineBeginBytes = kVersionBytes;

bool begins_with_blank_lines(std::string_view rest) {
  return rest.starts_with("\r\n\r\n") || rest.starts_with("\n\n");
}

// True if `rest`, what follows a block, is the next record without blank lines before it, or as
// much of it as there is.
bool begins_next_record(std::string_view rest) {
  return kRecordMagic.starts_with(
      rest.substr(line_break_bytes(rest)).substr(0, kRecordMagic.size()));
}

}  // namespace

bool is_warc(std::string_view head) { return begins_record(head.substr(line_break_bytes(head))); }

Result<bool> WarcRecords::next(Record& record) {
  record = {};
  reader_->consume(std::exchange(num_pending_, 0));
  if (std::exchange(seeks_record_, false)) TAMIS_TRY(seek_record());
  TAMIS_ASSIGN(const bool has_more, skip_blank_lines());
  if (!has_more) return false;
  TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(kVersionBytes));
  record.offset = reader_->file_offset();
  if (begins_record(bytes)) {
    TAMIS_TRY(read_head(record));
  } else {
    TAMIS_TRY(read_lost(record));
  }
  return true;
}

Result<bool> WarcRecords::skip_blank_lines() {
  for (;;) {
    TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(1));
    if (bytes.empty()) return !reader_->is_at_end();
    const std::size_t num_bytes = line_break_bytes(bytes);
    if (num_bytes == 0) return true;
    reader_->consume(num_bytes);
  }
}

// Damage before the first byte of a record, or bytes that are no record.
Result<void> WarcRecords::read_lost(Record& record) {
  TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(1));
  if (bytes.empty()) {
    record.offset = reader_->damage_offset();
    record.flaw = reason_of_end(*reader_);
    reader_->pass_damage();
    return {};
  }
  record.flaw = DropReason::kDamagedRecord;
  return seek_record();
}

// Looks at twice as many bytes each time, and no further than to the next record: no byte is looked
// at for many heads.
Result<WarcRecords::Head> WarcRecords::find_head() {
  const auto num_bytes_max = static_cast<std::size_t>(limits_.header_bytes_max);
  std::size_t num_searched = 0;
  TAMIS_ASSIGN(std::string_view bytes, reader_->peek(kVersionBytes));
  for (std::size_t num_wanted = kHeadBytes;; num_wanted *= 2) {
    const std::string_view window = bytes.substr(0, std::min(num_wanted, num_bytes_max));
    const std::size_t end = find_head_end(window, num_searched);
    const std::size_t searched_from = num_searched - std::min(num_searched, kVersionBytes);
    const std::size_t next =
        find_record(window.substr(0, end == 0 ? window.size() : end).substr(searched_from));
    if (next != std::string_view::npos)
      return Head{.num_bytes = searched_from + next,
                  .flaw = DropReason::kDamagedRecord,
                  .ends_at_record = true};
    if (end != 0) return Head{.num_bytes = end};
    if (window.size() == num_bytes_max)
      return Head{.num_bytes = window.size(), .flaw = DropReason::kHeaderTooLarge};
    num_searched = window.size() - std::min<std::size_t>(window.size(), 3);
    if (window.size() < bytes.size()) continue;
    const std::size_t num_before = bytes.size();
    TAMIS_ASSIGN(bytes, reader_->peek(2 * num_before));
    if (bytes.size() == num_before)
      return Head{.num_bytes = num_before, .flaw = reason_of_end(*reader_)};
  }
}

Result<void> WarcRecords::read_head(Record& record) {
  TAMIS_ASSIGN(const Head head, find_head());
  TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(kVersionBytes));
  const std::size_t num_bytes = head.num_bytes;
  if (head.flaw.has_value()) {
    unfold_fields(bytes.substr(0, num_bytes), head_);
    set_record_fields(head_, record);
    record.flaw = head.flaw;
    seeks_record_ = !head.ends_at_record;
    num_pending_ = head.ends_at_record ? num_bytes : 1;  // so that the same is not found again
    return {};
  }
  unfold_fields(bytes.substr(0, num_bytes), head_);
  set_record_fields(head_, record);
  record.num_block_bytes = parse_block_bytes(find_field(head_, "Content-Length"));
  has_own_member_ = reader_->is_compressed() && reader_->is_at_member_border();
  const auto member = reader_->member_bytes();
  const auto num_head_bytes = static_cast<std::int64_t>(num_bytes);
  if (!reader_->is_compressed()) {
    record.length = num_head_bytes + std::max<std::int64_t>(record.num_block_bytes, 0);
  } else if (member.decompressed <=
             num_head_bytes + record.num_block_bytes + static_cast<std::int64_t>(kBlankBytes)) {
    record.length = member.in_file;
  }
  const auto num_lines = std::ranges::count(bytes.substr(0, num_bytes), '\n');
  reader_->consume(num_bytes);
  TAMIS_TRY(read_block(record));
  if (num_lines > limits_.header_lines_max && !record.flaw.has_value()) {
    record.flaw = DropReason::kTooManyHeaderLines;
  }
  return {};
}

Result<void> WarcRecords::read_block(Record& record) {
  if (record.num_block_bytes < 0) {
    record.num_block_bytes = 0;
    record.flaw = DropReason::kDamagedRecord;
    TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(kVersionBytes));
    seeks_record_ = !begins_record(bytes);
    return {};
  }
  if (record.num_block_bytes > limits_.document_bytes_max) return read_large_block(record);
  const auto num_bytes = static_cast<std::size_t>(record.num_block_bytes);
  TAMIS_ASSIGN(const std::size_t member, peek_block(num_bytes));
  if (member != 0) return end_early(record, member);
  TAMIS_ASSIGN(std::string_view bytes, reader_->peek(num_bytes + kBlankBytes));
  if (bytes.size() < num_bytes) {
    record.flaw = reason_of_end(*reader_);
    const std::size_t next = find_record(bytes);
    return end_early(record, next == std::string_view::npos ? bytes.size() : next);
  }
  TAMIS_ASSIGN(const bool is_end, ends_record(num_bytes));
  TAMIS_ASSIGN(bytes, reader_->peek(num_bytes));
  record.block = bytes.substr(0, num_bytes);
  num_pending_ = num_bytes;
  if (is_end) return check_member(record);
  // The length is wrong: too large if it covers the next record, else too small.
  record.flaw = DropReason::kDamagedRecord;
  if (begins_record(bytes)) return end_early(record, 0);
  const std::size_t next = find_record(record.block);
  if (next != std::string_view::npos) return end_early(record, next);
  seeks_record_ = true;
  return {};
}

// True if what follows a block of that size fits one of the right size: the blank lines that end a
// record, or the next record without them, or nothing. Asks for more bytes only where there are no
// blank lines, and then for all that tell: what is at hand beyond that differs by buffers.
Result<bool> WarcRecords::ends_record(std::size_t num_bytes) {
  TAMIS_ASSIGN(std::string_view bytes, reader_->peek(num_bytes + kBlankBytes));
  if (begins_with_blank_lines(bytes.substr(num_bytes))) return true;
  TAMIS_ASSIGN(bytes, reader_->peek(num_bytes + kBlankBytes + kRecordMagic.size()));
  return begins_next_record(bytes.substr(num_bytes));
}

// Takes in the block and the blank lines behind it, in larger and larger steps: a member that
// begins with a record ends the one before, whatever that one's head says. Returns how many bytes
// come before such a member, 0 if there is none.
Result<std::size_t> WarcRecords::peek_block(std::size_t num_bytes) {
  constexpr std::size_t kFirstBytes = std::size_t{1} << 16;
  const std::size_t num_all = num_bytes + kBlankBytes;
  for (std::size_t num_wanted = std::min(kFirstBytes, num_all);;) {
    TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(num_wanted));
    const std::int64_t member = reader_->next_member_position() - reader_->position();
    if (0 < member && member < static_cast<std::int64_t>(num_bytes) &&
        begins_record(bytes.substr(static_cast<std::size_t>(member))))
      return static_cast<std::size_t>(member);
    if (bytes.size() < num_wanted || num_wanted == num_all) return 0;
    num_wanted = std::min(2 * num_wanted, num_all);
  }
}

// A wrong checksum is noticed only at the end of the member, behind a block that looks whole. What
// damage has made of the bytes behind the block goes with it, if it is no record.
Result<void> WarcRecords::check_member(Record& record) {
  if (!reader_->is_compressed()) return {};
  if (reader_->next_member_position() != io::ChunkReader::kNoMember) return {};  // ours has ended
  TAMIS_ASSIGN(std::string_view bytes, reader_->peek(num_pending_));
  const std::string_view rest = bytes.substr(num_pending_);
  if (begins_record(rest) || find_record(rest) != std::string_view::npos) return {};
  TAMIS_ASSIGN(const bool is_damaged, reader_->is_member_damaged_at(bytes.size()));
  TAMIS_ASSIGN(bytes, reader_->peek(num_pending_));
  record.block = bytes.substr(0, num_pending_);
  if (!is_damaged) return {};
  record.flaw = reason_of_end(*reader_);
  seeks_record_ = true;
  return {};
}

// The block ends after `num_bytes` and not where its head says.
Result<void> WarcRecords::end_early(Record& record, std::size_t num_bytes) {
  TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(1));
  if (!record.flaw.has_value()) record.flaw = DropReason::kTruncatedRecord;
  record.block = bytes.substr(0, num_bytes);
  num_pending_ = num_bytes;
  // Damage that ended the block is this record's, and not one more.
  if (num_bytes == bytes.size() && reader_->damage() != io::Damage::kNone) seeks_record_ = true;
  return {};
}

// Walks past a block that is too large to hold. A false length must not take the records behind
// it along: where no member tells the record's end, a whole head of another ends the block.
Result<void> WarcRecords::read_large_block(Record& record) {
  record.flaw = DropReason::kDocumentTooLarge;
  for (std::int64_t num_left = record.num_block_bytes; num_left > 0;) {
    TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(kLineBeginBytes + 1));
    if (reader_->is_at_member_border() && begins_record(bytes)) break;
    if (bytes.empty()) {
      record.flaw = reason_of_end(*reader_);
      if (reader_->damage() != io::Damage::kNone) reader_->pass_damage();
      break;
    }
    const LargePiece piece = next_piece(bytes, num_left);
    reader_->consume(piece.num_bytes);
    num_left -= static_cast<std::int64_t>(piece.num_bytes);
    if (!piece.ends_at_record) continue;
    TAMIS_ASSIGN(const bool is_record, is_at_whole_head());
    if (!is_record) continue;
    record.flaw = DropReason::kDamagedRecord;
    break;
  }
  return {};
}

// How much of a large block, at hand in `bytes`, to walk past at once.
WarcRecords::LargePiece WarcRecords::next_piece(std::string_view bytes,
                                                std::int64_t num_left) const {
  const auto num_bytes =
      static_cast<std::size_t>(std::min(num_left, static_cast<std::int64_t>(bytes.size())));
  const std::int64_t member = reader_->next_member_position() - reader_->position();
  if (0 < member && member <= static_cast<std::int64_t>(num_bytes)) {
    return {.num_bytes = static_cast<std::size_t>(member)};
  }
  if (has_own_member_) return {.num_bytes = num_bytes};
  const std::size_t next = find_record(bytes.substr(0, num_bytes));
  if (next != std::string_view::npos) return {.num_bytes = next, .ends_at_record = true};
  const bool is_last =
      static_cast<std::int64_t>(num_bytes) == num_left || num_bytes <= kLineBeginBytes;
  return {.num_bytes = is_last ? num_bytes : num_bytes - kLineBeginBytes};
}

// True if the lines from here on are a head that names a type and a length. No line is looked at
// for two heads: one that begins a record, or has no colon, ends the first.
Result<bool> WarcRecords::is_at_whole_head() {
  const auto num_bytes_max = static_cast<std::size_t>(limits_.header_bytes_max);
  std::size_t line_begin = 0, num_searched = 0, num_wanted = kVersionBytes;
  for (;;) {
    TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(num_wanted));
    const std::size_t line_end = bytes.find('\n', num_searched);
    if (std::min(line_end, bytes.size()) > num_bytes_max) return false;
    if (line_end == std::string_view::npos) {
      if (bytes.size() < num_wanted) return false;
      num_searched = bytes.size();
      num_wanted = bytes.size() + 1;
      continue;
    }
    const std::string_view line = bytes.substr(line_begin, line_end - line_begin);
    if (trim_blanks(line).empty()) {
      std::string head;
      unfold_fields(bytes.substr(0, line_begin), head);
      return !find_field(head, "WARC-Type").empty() &&
             parse_block_bytes(find_field(head, "Content-Length")) >= 0;
    }
    const bool is_field = line.find(':') != std::string_view::npos && !begins_record(line);
    const bool is_folded = line.starts_with(' ') || line.starts_with('\t');
    if (line_begin > 0 && !is_field && !is_folded) return false;
    line_begin = num_searched = line_end + 1;
  }
}

Result<void> WarcRecords::seek_record() {
  for (;;) {
    TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(kLineBeginBytes + 1));
    if (reader_->is_at_member_border() && begins_record(bytes)) return {};
    const std::size_t next = find_record(bytes);
    if (next != std::string_view::npos) {
      reader_->consume(next);
      return {};
    }
    if (reader_->damage() != io::Damage::kNone) {
      reader_->pass_damage();
      return {};
    }
    const std::size_t num_kept = reader_->is_at_end() ? 0 : kLineBeginBytes;
    reader_->consume(bytes.size() - std::min(num_kept, bytes.size()));
    if (reader_->is_at_end()) return {};
  }
}

}  // namespace tamis::readers
