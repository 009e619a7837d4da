#include "tamis/readers/arc_records.h"

#include <algorithm>
#include <array>

#include "tamis/base/ascii.h"
#include "tamis/readers/header_fields.h"
#include "tamis/readers/warc_head.h"

namespace tamis::readers {
namespace {

constexpr std::string_view kFileDescription = "filedesc://";
constexpr std::size_t kNumFields = 5;    // of version 1
constexpr std::size_t kNumFields2 = 10;  // of version 2
constexpr std::size_t kDateDigits = 14;  // YYYYMMDDhhmmss

// The fields of a line; the first one takes what is left of the line: the URL with its spaces.
using Fields = std::array<std::string_view, kNumFields2>;

bool split(std::string_view line, std::size_t num_fields, Fields& fields) {
  for (std::size_t i = num_fields - 1; i > 0; --i) {
    const std::size_t space = line.rfind(' ');
    if (space == std::string_view::npos) return false;
    fields[i] = line.substr(space + 1);
    line = line.substr(0, space);
  }
  fields[0] = line;
  return line.find(':') != std::string_view::npos;
}

bool is_date(std::string_view text) {
  return text.size() >= kDateDigits && std::ranges::all_of(text, is_ascii_digit);
}

// 20140216050221 to 2014-02-16T05:02:21Z; empty for what is no date.
std::string iso_date(std::string_view digits) {
  if (!is_date(digits)) return {};
  std::string date(digits.substr(0, 4));
  constexpr std::string_view kMarks = "--T::";
  for (std::size_t i = 0; i < kMarks.size(); ++i) {
    date += kMarks[i];
    date += digits.substr(4 + 2 * i, 2);
  }
  // "--T::" puts a mark before month, day, hour, minute and second.
  return date + "Z";
}

bool looks_like_record(std::string_view line) {
  Fields fields;
  return (split(line, kNumFields, fields) && is_date(fields[2])) ||
         (split(line, kNumFields2, fields) && is_date(fields[2]));
}

}  // namespace

bool is_arc(std::string_view head) { return head.starts_with(kFileDescription); }

Result<bool> ArcRecords::next(Record& record) {
  record = {};
  reader_->consume(std::exchange(num_pending_, 0));
  if (std::exchange(seeks_record_, false)) TAMIS_TRY(seek_record());
  for (;;) {
    TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(1));
    if (bytes.empty() && reader_->is_at_end()) return false;
    const std::size_t num_bytes = line_break_bytes(bytes);
    if (num_bytes == 0) break;
    reader_->consume(num_bytes);
  }
  TAMIS_ASSIGN(const std::string_view line, peek_line());
  record.offset = line.empty() ? reader_->damage_offset() : reader_->file_offset();
  line_.assign(trim_blanks(line));
  is_inside_line_ = is_cut(line);
  const bool is_head = !is_inside_line_ && parse_line(line_, record);
  if (!is_head) {
    const bool is_whole_line = line.ends_with('\n');
    record.flaw = is_inside_line_ ? DropReason::kHeaderTooLarge
                  : is_whole_line ? DropReason::kDamagedRecord
                                  : reason_of_end(*reader_);
    seeks_record_ = true;
    num_pending_ = line.size();
    return true;
  }
  TAMIS_TRY(read_block(record, static_cast<std::int64_t>(line.size())));
  return true;
}

// The line at the current position with its end, as far as it is there and within the limit.
Result<std::string_view> ArcRecords::peek_line() {
  const auto num_bytes_max = static_cast<std::size_t>(limits_.header_bytes_max);
  std::size_t num_wanted = 1, num_searched = 0;
  for (;;) {
    TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(num_wanted));
    const std::size_t end = bytes.find('\n', num_searched);
    if (end != std::string_view::npos) return bytes.substr(0, std::min(end + 1, num_bytes_max));
    if (bytes.size() < num_wanted || bytes.size() >= num_bytes_max) {
      return bytes.substr(0, num_bytes_max);
    }
    num_searched = bytes.size();
    num_wanted = bytes.size() + 1;
  }
}

// True if the limit ends the line, and not its own end.
bool ArcRecords::is_cut(std::string_view line) const {
  return std::ssize(line) == limits_.header_bytes_max && !line.ends_with('\n');
}

bool ArcRecords::parse_line(std::string_view line, Record& record) {
  Fields fields;
  const std::size_t num_fields = is_version_2_ ? kNumFields2 : kNumFields;
  if (!split(line, num_fields, fields)) return false;
  record.type = fields[0].starts_with(kFileDescription) ? "arc_header" : "response";
  record.uri = fields[0];
  date_ = iso_date(fields[2]);
  record.date = date_;
  record.content_type = fields[3];
  const std::string_view length = fields[num_fields - 1];
  record.num_block_bytes = parse_block_bytes(length);
  if (record.num_block_bytes < 0) {
    record.flaw = DropReason::kDamagedRecord;
    record.num_block_bytes = 0;
    seeks_record_ = true;
  }
  return true;
}

Result<void> ArcRecords::read_block(Record& record, std::int64_t num_line_bytes) {
  const auto member = reader_->member_bytes();
  if (!reader_->is_compressed()) {
    record.length = num_line_bytes + record.num_block_bytes;
  } else if (member.decompressed <= num_line_bytes + record.num_block_bytes + 2) {
    record.length = member.in_file;
  }
  reader_->consume(static_cast<std::size_t>(num_line_bytes));
  if (record.num_block_bytes > limits_.document_bytes_max) {
    record.flaw = DropReason::kDocumentTooLarge;
    seeks_record_ = true;  // whatever the length says: the next line that begins a record counts
    return {};
  }
  const auto num_bytes = static_cast<std::size_t>(record.num_block_bytes);
  TAMIS_ASSIGN(std::string_view bytes, reader_->peek(num_bytes + 1));
  const bool is_whole = bytes.size() >= num_bytes;
  // A wrong checksum is noticed only at the end of the member, behind a block that looks whole.
  bool is_damaged = false;
  if (is_whole) {
    const std::size_t num_blank_bytes = line_break_bytes(bytes.substr(num_bytes));
    TAMIS_ASSIGN(is_damaged, reader_->is_member_damaged_at(num_bytes + num_blank_bytes));
    TAMIS_ASSIGN(bytes, reader_->peek(num_bytes));
  }
  record.block = bytes.substr(0, num_bytes);
  num_pending_ = record.block.size();
  if (!is_whole || is_damaged) {
    record.flaw = reason_of_end(*reader_);
    seeks_record_ = true;
  }
  if (record.type == "arc_header") is_version_2_ = record.block.starts_with("2 ");
  return {};
}

// Only a whole line begins a record, and no later piece of a long one.
Result<void> ArcRecords::seek_record() {
  for (;;) {
    TAMIS_ASSIGN(const std::string_view line, peek_line());
    if (line.empty()) {
      if (reader_->damage() != io::Damage::kNone) reader_->pass_damage();
      is_inside_line_ = false;
      return {};
    }
    const bool is_piece = is_inside_line_ || is_cut(line);
    if (!is_piece && looks_like_record(trim_blanks(line))) return {};
    is_inside_line_ = is_cut(line);
    reader_->consume(line.size());
  }
}

}  // namespace tamis::readers
