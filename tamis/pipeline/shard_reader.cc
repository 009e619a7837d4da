#include "tamis/pipeline/shard_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "tamis/readers/open_source.h"

namespace tamis::pipeline {
namespace {

std::int64_t payload_bytes(const Batch& batch, RowIndex first_row) {
  return std::accumulate(batch.payload_bytes.begin() + first_row, batch.payload_bytes.end(),
                         std::int64_t{0});
}

std::int64_t held_bytes(const Batch& batch, RowIndex first_row) {
  std::int64_t num_bytes = 0;
  for (RowIndex row = first_row; row < batch.num_rows(); ++row) num_bytes += batch.held_bytes(row);
  return num_bytes;
}

}  // namespace

ShardReader::ShardReader(const Plan& plan, const io::FileSystem& file_system, const Shard& shard,
                         const InputPosition& position, std::int64_t file_memory_bytes)
    : plan_(plan),
      file_system_(file_system),
      file_memory_bytes_(file_memory_bytes),
      end_file_(shard.end_file),
      next_file_(position.file),
      num_to_skip_(position.num_documents),
      border_bytes_(std::min(plan.output.checkpoint_bytes, plan.output.part_bytes)) {}

Result<Stretch> ShardReader::read(Batch& batch, const BatchSize& size) {
  Stretch stretch;
  std::int64_t num_bytes = 0;
  while (batch.num_rows() < size.num_rows_max && num_bytes < size.num_bytes_max &&
         bytes_since_border_ < border_bytes_) {
    if (source_ == nullptr) {
      if (next_file_ == end_file_) {
        stretch.is_last = true;
        break;
      }
      TAMIS_TRY(open_next(stretch));
      if (source_ == nullptr) continue;
    }
    batch.current_file = static_cast<std::uint32_t>(next_file_ - 1);
    const RowIndex first_row = batch.num_rows();
    const BatchSize rest = {.num_rows_max = size.num_rows_max - first_row,
                            .num_bytes_max = std::min(size.num_bytes_max - num_bytes,
                                                      border_bytes_ - bytes_since_border_)};
    TAMIS_ASSIGN(const bool has_more, source_->read(batch, rest));
    num_documents_ += batch.num_rows() - first_row;
    num_bytes += held_bytes(batch, first_row);
    bytes_since_border_ += payload_bytes(batch, first_row);
    if (!has_more) TAMIS_TRY(close_source(stretch));
  }
  if (source_ != nullptr) {
    stretch.end = {.file = next_file_ - 1, .num_documents = num_documents_};
    stretch.num_bytes +=
        source_->num_bytes_read() - std::exchange(num_bytes_, source_->num_bytes_read());
  } else {
    stretch.end = {.file = next_file_};
  }
  stretch.is_at_border = bytes_since_border_ >= border_bytes_;
  if (stretch.is_at_border) bytes_since_border_ = 0;
  return stretch;
}

Result<void> ShardReader::open_next(Stretch& stretch) {
  const InputFile& file = plan_.files[next_file_];
  TAMIS_TRY(check_unchanged(file));
  TAMIS_ASSIGN(source_, readers::open_source(file_system_, file.path, plan_.format, plan_.limits,
                                             plan_.reader_params.get(), file_memory_bytes_));
  ++next_file_;
  num_documents_ = num_bytes_ = 0;
  TAMIS_ASSIGN(const bool has_more, skip_documents());
  if (!has_more) TAMIS_TRY(close_source(stretch));
  return {};
}

Result<bool> ShardReader::skip_documents() {
  constexpr std::int64_t kAtOnce = 512;
  Batch batch;
  bool has_more = true;
  while (num_to_skip_ > 0 && has_more) {
    batch.clear();
    const auto num_rows = static_cast<RowIndex>(std::min(num_to_skip_, kAtOnce));
    TAMIS_ASSIGN(has_more, source_->read(batch, {.num_rows_max = num_rows}));
    num_to_skip_ -= batch.num_rows();
    num_documents_ += batch.num_rows();
  }
  if (num_to_skip_ > 0)
    return fail(ErrorCode::kCorrupt,
                fmt::format("{}: has fewer documents than when the run was stopped",
                            plan_.files[next_file_ - 1].path));
  return has_more;
}

Result<void> ShardReader::close_source(Stretch& stretch) {
  stretch.num_bytes += source_->num_bytes_read() - num_bytes_;
  for (const auto& [type, num_records] : source_->num_other_records()) {
    stretch.other_records[type] += num_records;
  }
  source_.reset();
  return check_unchanged(plan_.files[next_file_ - 1]);
}

Result<void> ShardReader::check_unchanged(const InputFile& file) const {
  if (file.is_stream) return {};
  TAMIS_ASSIGN(const io::FileStatus status, file_system_.status(file.path));
  if (status.num_bytes == file.num_bytes && status.modified_ns == file.modified_ns) return {};
  return fail(ErrorCode::kCorrupt,
              fmt::format("{}: changed while the run was reading ({} bytes at its start, {} "
                          "now, or another time of change): wait until it is complete",
                          file.path, file.num_bytes, status.num_bytes));
}

}  // namespace tamis::pipeline
