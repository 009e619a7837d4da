#include "tamis/io/member_source.h"

#include <algorithm>
#include <utility>

namespace tamis::io {
namespace {

constexpr std::size_t kHeadBytesMin = 18;  // the smallest gzip member; a zstd frame is smaller
// How much input decode_whole() is offered, one after the other, before a member is streamed.
constexpr std::size_t kInputBytes[] = {1, std::size_t{1} << 20, std::size_t{8} << 20};
// How much of a streamed member is kept to look for the next member in.
constexpr std::size_t kKeptBytesMax = std::size_t{8} << 20;
constexpr std::size_t kPieceBytes = std::size_t{1} << 18;
// A head counts as one if this much behind it decodes, or all that there is.
constexpr std::size_t kProbeInputBytes = 4096;
constexpr std::size_t kProbeOutputBytes = 1024;
// Looking into a damaged member again costs its size. Each byte of the file pays for one, and
// this is what a file may owe: so the whole stays linear, however a file is made.
constexpr std::int64_t kFirstCreditBytes = std::int64_t{64} << 20;

}  // namespace

MemberSource::MemberSource(ByteReader reader, std::unique_ptr<MemberDecoder> decoder)
    : reader_(std::move(reader)),
      decoder_(std::move(decoder)),
      piece_(std::make_unique_for_overwrite<char[]>(kPieceBytes + ByteReader::kPaddingBytes)),
      rework_credit_bytes_(kFirstCreditBytes) {}

std::int64_t MemberSource::num_bytes_read() const {
  return reader_.offset() + static_cast<std::int64_t>(stream_.num_decoded);
}

Result<bool> MemberSource::next(Chunk& chunk) {
  chunk = {};
  TAMIS_TRY(reader_.check_stopped());  // a few bytes may make gigabytes
  if (stream_.is_open) {
    TAMIS_TRY(next_piece(chunk));
    return true;
  }
  for (;;) {
    TAMIS_ASSIGN(const std::string_view input, reader_.peek(kHeadBytesMin));
    if (input.empty()) return false;
    const std::size_t num_zeros = std::min(input.find_first_not_of('\0'), input.size());
    if (num_zeros == 0) return next_member(chunk, input);
    reader_.consume(num_zeros);  // padding, as tapes and some disks leave it
  }
}

Result<bool> MemberSource::next_member(Chunk& chunk, std::string_view input) {
  if (decoder_->find_head(input) != 0) {
    TAMIS_TRY(skip_foreign(chunk));
    return true;
  }
  const std::int64_t offset = reader_.offset();
  for (const std::size_t num_bytes : kInputBytes) {
    TAMIS_ASSIGN(input, reader_.peek(num_bytes));
    if (const auto whole = decoder_->decode_whole(input)) {
      reader_.consume(whole->num_read);
      rework_credit_bytes_ += static_cast<std::int64_t>(whole->num_read);
      chunk = {.bytes = whole->bytes,
               .offset = offset,
               .end_offset = reader_.offset(),
               .begins_member = true,
               .ends_member = true};
      return true;
    }
    if (reader_.is_source_at_end()) break;
  }
  decoder_->begin();
  stream_ = {.is_open = true, .offset = offset};
  TAMIS_TRY(next_piece(chunk));
  return true;
}

Result<void> MemberSource::next_piece(Chunk& chunk) {
  chunk.offset = stream_.offset;
  chunk.begins_member = std::exchange(stream_.is_first_piece, false);
  std::size_t num_written = 0;
  auto step = MemberDecoder::Step{};
  bool is_at_end = false;
  while (num_written < kPieceBytes && step.state == MemberDecoder::State::kMore && !is_at_end) {
    TAMIS_ASSIGN(const std::string_view kept, reader_.peek(stream_.num_decoded + 1));
    const std::string_view input = kept.substr(std::min(stream_.num_decoded, kept.size()));
    step = decoder_->decode(input, piece_.get() + num_written, kPieceBytes - num_written);
    num_written += step.num_written;
    stream_.num_decoded += step.num_read;
    is_at_end = input.empty() && step.num_written == 0;
    if (stream_.num_decoded > kKeptBytesMax || !stream_.keeps_start) {
      reader_.consume(std::exchange(stream_.num_decoded, 0));
      stream_.keeps_start = false;
    }
  }
  std::fill_n(piece_.get() + num_written, ByteReader::kPaddingBytes, '\0');
  chunk.bytes = {piece_.get(), num_written};
  if (step.state == MemberDecoder::State::kError) return end_damaged(chunk, Damage::kCorrupt);
  if (step.state == MemberDecoder::State::kMore && is_at_end) {
    return end_damaged(chunk, Damage::kTruncated);
  }
  if (step.state == MemberDecoder::State::kEnd) {
    reader_.consume(stream_.num_decoded);
    stream_ = {};
    rework_credit_bytes_ += reader_.offset() - chunk.offset;
    chunk.ends_member = true;
  }
  chunk.end_offset = num_bytes_read();
  return {};
}

Result<void> MemberSource::end_damaged(Chunk& chunk, Damage damage) {
  chunk.damage = damage;
  chunk.damage_offset = stream_.offset;
  chunk.ends_member = true;
  const auto num_decoded = static_cast<std::int64_t>(stream_.num_decoded);
  const bool looks_again = stream_.keeps_start && num_decoded <= rework_credit_bytes_;
  if (looks_again) rework_credit_bytes_ -= num_decoded;
  // A decoder may fail without having read anything: at a member's start one byte goes all the
  // same, or the same member would be tried for ever.
  const std::size_t num_read =
      stream_.keeps_start ? std::max<std::size_t>(1, stream_.num_decoded) : stream_.num_decoded;
  reader_.consume(looks_again ? 1 : num_read);
  stream_ = {};
  TAMIS_TRY(seek_member());
  chunk.end_offset = reader_.offset();
  return {};
}

Result<void> MemberSource::skip_foreign(Chunk& chunk) {
  chunk.offset = reader_.offset();
  chunk.damage = Damage::kForeignBytes;
  chunk.damage_offset = reader_.offset();
  reader_.consume(1);
  TAMIS_TRY(seek_member());
  chunk.end_offset = reader_.offset();
  return {};
}

Result<void> MemberSource::seek_member() {
  for (;;) {
    TAMIS_ASSIGN(const std::string_view input, reader_.peek(kProbeInputBytes));
    const std::size_t head = decoder_->find_head(input);
    if (head == std::string_view::npos) {
      // The last bytes may be the first ones of a head, unless they are the last of the file.
      const std::size_t num_kept = reader_.is_source_at_end() ? 0 : kHeadBytesMin;
      reader_.consume(input.size() - std::min(num_kept, input.size()));
      if (reader_.is_source_at_end()) return {};
      continue;
    }
    reader_.consume(head);
    TAMIS_ASSIGN(const std::string_view candidate, reader_.peek(kProbeInputBytes));
    if (decodes(candidate.substr(0, kProbeInputBytes))) return {};
    reader_.consume(1);
  }
}

bool MemberSource::decodes(std::string_view input) {
  char out[kProbeOutputBytes];
  std::size_t num_written = 0;
  decoder_->begin();
  while (num_written < sizeof out) {
    const auto step = decoder_->decode(input, out + num_written, sizeof out - num_written);
    num_written += step.num_written;
    input.remove_prefix(step.num_read);
    if (step.state == MemberDecoder::State::kError) return false;
    if (step.state == MemberDecoder::State::kEnd) return true;
    if (step.num_read == 0 && step.num_written == 0) break;
  }
  return num_written > 0;
}

}  // namespace tamis::io
