#include "tamis/readers/warc_records.h"

#include <algorithm>
#include <charconv>

#include "tamis/readers/header_fields.h"

namespace tamis::readers {
namespace {

constexpr std::string_view kMagic = "WARC/";
constexpr std::string_view kLineAndMagic = "\nWARC/";
constexpr std::size_t kVersionBytes = 8;  // "WARC/1.0"
// No record is a tebibyte: such a length is a lie that must not swallow the file.
constexpr std::int64_t kBlockBytesMax = std::int64_t{1} << 40;
constexpr std::size_t kBlankBytes = 4;  // what ends a record

bool is_digit(char c) { return '0' <= c && c <= '9'; }

bool is_version(std::string_view bytes) {
  return bytes.size() >= kVersionBytes && bytes.starts_with(kMagic) && is_digit(bytes[5]) &&
         bytes[6] == '.' && is_digit(bytes[7]);
}

// Where a line that begins a record starts behind the first byte of `bytes`; npos for none.
std::size_t find_record(std::string_view bytes) {
  for (std::size_t at = 0; (at = bytes.find(kLineAndMagic, at)) != std::string_view::npos; ++at) {
    if (is_version(bytes.substr(at + 1))) return at + 1;
  }
  return std::string_view::npos;
}

std::size_t num_blank(std::string_view bytes) {
  return std::min(bytes.find_first_not_of("\r\n"), bytes.size());
}

// True if `rest`, what follows a block, fits a block of the right length: the blank lines that end
// a record, or the next record without them, or nothing.
bool ends_record(std::string_view rest) {
  if (rest.starts_with("\r\n\r\n") || rest.starts_with("\n\n")) return true;
  return kMagic.starts_with(rest.substr(num_blank(rest)).substr(0, kMagic.size()));
}

// The size of a head with the empty line that ends it, 0 if it does not end in `bytes`.
std::size_t head_bytes(std::string_view bytes, std::size_t from) {
  for (std::size_t at = from; (at = bytes.find('\n', at)) != std::string_view::npos; ++at) {
    const std::size_t num_bytes = empty_line_bytes(bytes.substr(at + 1));
    if (num_bytes > 0) return at + 1 + num_bytes;
  }
  return 0;
}

DropReason reason_of(const io::ChunkReader& reader) {
  const bool is_cut = reader.damage() == io::Damage::kTruncated || reader.is_at_end();
  return is_cut ? DropReason::kTruncatedRecord : DropReason::kDamagedRecord;
}

std::int64_t parse_length(std::string_view digits) {
  std::int64_t length = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  const bool is_number = error == std::errc() && end == digits.data() + digits.size();
  return is_number && length >= 0 && length <= kBlockBytesMax ? length : -1;
}

// wget 1.21 writes <http://...>; the standard's grammar of 2009 had it so.
std::string_view without_brackets(std::string_view uri) {
  return uri.size() >= 2 && uri.front() == '<' && uri.back() == '>' ? uri.substr(1, uri.size() - 2)
                                                                    : uri;
}

void set_fields(std::string_view head, Record& record) {
  record.type = find_field(head, "WARC-Type");
  record.uri = without_brackets(find_field(head, "WARC-Target-URI"));
  record.date = find_field(head, "WARC-Date");
  record.id = find_field(head, "WARC-Record-ID");
  record.content_type = find_field(head, "Content-Type");
  record.block_digest = find_field(head, "WARC-Block-Digest");
  record.payload_digest = find_field(head, "WARC-Payload-Digest");
}

}  // namespace

bool is_warc(std::string_view head) { return is_version(head.substr(num_blank(head))); }

Result<bool> WarcRecords::next(Record& record) {
  record = {};
  reader_->consume(std::exchange(num_pending_, 0));
  if (std::exchange(seeks_record_, false)) TAMIS_TRY(seek_record());
  TAMIS_ASSIGN(const bool has_more, skip_blank_lines());
  if (!has_more) return false;
  TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(kVersionBytes));
  record.offset = reader_->file_offset();
  if (is_version(bytes)) {
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
    const std::size_t num_bytes = num_blank(bytes);
    if (num_bytes == 0) return true;
    reader_->consume(num_bytes);
  }
}

// Damage before the first byte of a record, or bytes that are no record.
Result<void> WarcRecords::read_lost(Record& record) {
  TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(1));
  if (bytes.empty()) {
    record.offset = reader_->damage_offset();
    record.flaw = reason_of(*reader_);
    reader_->pass_damage();
    return {};
  }
  record.flaw = DropReason::kDamagedRecord;
  return seek_record();
}

Result<void> WarcRecords::read_head(Record& record) {
  const auto num_bytes_max = static_cast<std::size_t>(limits_.header_bytes_max);
  std::size_t num_bytes = 0, num_searched = 0;
  TAMIS_ASSIGN(std::string_view bytes, reader_->peek(kVersionBytes));
  while ((num_bytes = head_bytes(bytes, num_searched)) == 0 || num_bytes > num_bytes_max) {
    const std::size_t num_before = bytes.size();
    num_searched = num_before - std::min<std::size_t>(num_before, 3);
    if (num_before < num_bytes_max) {
      TAMIS_ASSIGN(bytes, reader_->peek(2 * num_before));
    }
    if (bytes.size() > num_before) continue;
    const bool is_large = num_before >= num_bytes_max;
    record.flaw = is_large ? DropReason::kHeaderTooLarge : reason_of(*reader_);
    unfold_fields(bytes.substr(0, num_bytes_max), head_);
    set_fields(head_, record);
    seeks_record_ = true;
    num_pending_ = 1;  // so that the same head is not found again
    return {};
  }
  const std::size_t next = find_record(bytes.substr(0, num_bytes));
  if (next != std::string_view::npos) {  // a head without end, and another record's
    unfold_fields(bytes.substr(0, next), head_);
    set_fields(head_, record);
    record.flaw = DropReason::kDamagedRecord;
    num_pending_ = next;
    return {};
  }
  unfold_fields(bytes.substr(0, num_bytes), head_);
  set_fields(head_, record);
  record.num_block_bytes = parse_length(find_field(head_, "Content-Length"));
  const auto member = reader_->member_bytes();
  const auto num_head_bytes = static_cast<std::int64_t>(num_bytes);
  if (!reader_->is_compressed()) {
    record.length = num_head_bytes + std::max<std::int64_t>(record.num_block_bytes, 0);
  } else if (member.decompressed <=
             num_head_bytes + record.num_block_bytes + static_cast<std::int64_t>(kBlankBytes)) {
    record.length = member.in_file;
  }
  reader_->consume(num_bytes);
  return read_block(record);
}

Result<void> WarcRecords::read_block(Record& record) {
  if (record.num_block_bytes < 0) {
    record.num_block_bytes = 0;
    record.flaw = DropReason::kDamagedRecord;
    TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(kVersionBytes));
    seeks_record_ = !is_version(bytes);
    return {};
  }
  if (record.num_block_bytes > limits_.document_bytes_max) return read_large_block(record);
  const auto num_bytes = static_cast<std::size_t>(record.num_block_bytes);
  TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(num_bytes + kBlankBytes));
  // A member that begins with a record ends the one before, whatever that one's head says.
  const std::int64_t member = reader_->next_member_position() - reader_->position();
  if (0 < member && member < record.num_block_bytes &&
      is_version(bytes.substr(static_cast<std::size_t>(member)))) {
    return end_early(record, static_cast<std::size_t>(member));
  }
  if (bytes.size() < num_bytes) {
    record.flaw = reason_of(*reader_);
    const std::size_t next = find_record(bytes);
    return end_early(record, next == std::string_view::npos ? bytes.size() : next);
  }
  const std::string_view rest = bytes.substr(num_bytes);
  record.block = bytes.substr(0, num_bytes);
  num_pending_ = num_bytes;
  if (ends_record(rest)) return {};
  // The length is wrong: too large if it covers the next record, else too small.
  record.flaw = DropReason::kDamagedRecord;
  if (is_version(bytes)) return end_early(record, 0);
  const std::size_t next = find_record(record.block);
  if (next != std::string_view::npos) return end_early(record, next);
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

// Walks past a block that is too large to hold.
Result<void> WarcRecords::read_large_block(Record& record) {
  record.flaw = DropReason::kDocumentTooLarge;
  for (std::int64_t num_left = record.num_block_bytes; num_left > 0;) {
    TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(kVersionBytes));
    if (reader_->is_at_member_border() && is_version(bytes)) break;
    if (bytes.empty()) {
      record.flaw = reason_of(*reader_);
      if (reader_->damage() != io::Damage::kNone) reader_->pass_damage();
      break;
    }
    std::int64_t num_bytes = std::min(num_left, static_cast<std::int64_t>(bytes.size()));
    const std::int64_t member = reader_->next_member_position() - reader_->position();
    if (member > 0) num_bytes = std::min(num_bytes, member);
    reader_->consume(static_cast<std::size_t>(num_bytes));
    num_left -= num_bytes;
  }
  return {};
}

Result<void> WarcRecords::seek_record() {
  for (;;) {
    TAMIS_ASSIGN(const std::string_view bytes, reader_->peek(kLineAndMagic.size() + 3));
    if (reader_->is_at_member_border() && is_version(bytes)) return {};
    const std::size_t next = find_record(bytes);
    if (next != std::string_view::npos) {
      reader_->consume(next);
      return {};
    }
    if (reader_->damage() != io::Damage::kNone) {
      reader_->pass_damage();
      return {};
    }
    const std::size_t num_kept = reader_->is_at_end() ? 0 : kLineAndMagic.size() + 2;
    reader_->consume(bytes.size() - std::min(num_kept, bytes.size()));
    if (reader_->is_at_end()) return {};
  }
}

}  // namespace tamis::readers
