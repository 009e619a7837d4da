#include "tamis/output/shard_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tamis/base/check.h"

namespace tamis::output {

RunPaths::RunPaths(std::string folder, std::size_t num_shards, std::string_view ending)
    : folder_(std::move(folder)),
      num_digits_(std::max(kShardDigitsMin, fmt::formatted_size("{}", num_shards - 1))),
      ending_(ending) {}

std::string RunPaths::in_folder(std::string_view name) const {
  return fmt::format("{}/{}", folder_, name);
}

std::string RunPaths::in_checkpoints(std::string_view name) const {
  return fmt::format("{}/{}", checkpoints(), name);
}

std::string RunPaths::process_lock(int index) const {
  return fmt::format("{}/process{}{}", checkpoints(), index, kLockEnding);
}

std::string RunPaths::part(std::string_view kind, std::size_t shard, std::size_t part) const {
  return fmt::format("{}/{:0{}}-{:0{}}{}", kind, shard, num_digits_, part, kPartDigitsMin, ending_);
}

std::string RunPaths::checkpoint(std::size_t shard) const {
  return fmt::format("{}/{:0{}}{}", checkpoints(), shard, num_digits_, kCheckpointEnding);
}

std::string RunPaths::lock(std::size_t shard) const {
  return fmt::format("{}/{:0{}}{}", checkpoints(), shard, num_digits_, kLockEnding);
}

Result<std::unique_ptr<ShardOutput>> ShardOutput::open(const pipeline::Plan& plan,
                                                       io::FileSystem& file_system,
                                                       const RunPaths& paths,
                                                       const DocumentRows& rows, std::size_t shard,
                                                       Checkpoint state,
                                                       std::unique_ptr<io::FileLock> lock) {
  auto output = std::make_unique<ShardOutput>(plan, file_system, paths, rows, shard,
                                              std::move(state), std::move(lock));
  if (const auto& part = output->state_.open_part) {
    TAMIS_TRY(output->open_part(part->kept_bytes, part->rejected_bytes));
  }
  return output;
}

ShardOutput::ShardOutput(const pipeline::Plan& plan, io::FileSystem& file_system,
                         const RunPaths& paths, const DocumentRows& rows, std::size_t shard,
                         Checkpoint state, std::unique_ptr<io::FileLock> lock)
    : plan_(plan),
      file_system_(file_system),
      paths_(paths),
      rows_(rows),
      format_(writers::find_writer(plan.output.format)),
      shard_(shard),
      state_(std::move(state)),
      lock_(std::move(lock)) {
  TAMIS_CHECK(format_ != nullptr);
}

// The files of the last of state_.parts, new or behind so many bytes.
Result<void> ShardOutput::open_part(std::int64_t kept_bytes, std::int64_t rejected_bytes) {
  const std::size_t part = state_.parts.size() - 1;
  const auto open = [&](std::string_view kind, const std::vector<writers::Field>& fields,
                        std::int64_t num_bytes) {
    writers::WriterOptions options = {.zstd_level = plan_.output.zstd_level};
    if (num_bytes > 0) options.resumed_bytes = num_bytes;
    return format_->open(file_system_, paths_.in_folder(paths_.part(kind, shard_, part)), fields,
                         options);
  };
  TAMIS_ASSIGN(kept_, open(kDocuments, rows_.kept_fields(), kept_bytes));
  TAMIS_ASSIGN(rejected_, open(kRejected, rows_.rejected_fields(), rejected_bytes));
  return {};
}

Result<void> ShardOutput::begin_part() {
  state_.parts.emplace_back();
  state_.open_part.emplace();
  return open_part(0, 0);
}

Result<void> ShardOutput::end_part() {
  state_.open_part.reset();
  TAMIS_TRY(std::exchange(kept_, nullptr)->commit());
  TAMIS_TRY(std::exchange(rejected_, nullptr)->commit());
  const std::size_t part = state_.parts.size() - 1;
  PartCounts& counts = state_.parts.back();
  TAMIS_ASSIGN(counts.kept_bytes, num_bytes_of(paths_.part(kDocuments, shard_, part)));
  TAMIS_ASSIGN(counts.rejected_bytes, num_bytes_of(paths_.part(kRejected, shard_, part)));
  return {};
}

Result<std::int64_t> ShardOutput::num_bytes_of(const std::string& part) const {
  TAMIS_ASSIGN(const io::FileStatus status, file_system_.status(paths_.in_folder(part)));
  return status.num_bytes;
}

Result<bool> ShardOutput::sync_part() {
  TAMIS_ASSIGN(const auto kept_bytes, kept_->sync());
  TAMIS_ASSIGN(const auto rejected_bytes, rejected_->sync());
  if (!kept_bytes.has_value() || !rejected_bytes.has_value()) return false;
  state_.open_part->kept_bytes = *kept_bytes;
  state_.open_part->rejected_bytes = *rejected_bytes;
  return true;
}

Result<void> ShardOutput::write(const Batch& batch) {
  state_.examples.collect(batch);
  if (batch.num_rows() == 0) return {};
  if (kept_ == nullptr) TAMIS_TRY(begin_part());
  std::vector<const Drop*> drop_of(batch.num_rows());
  for (const Drop& drop : batch.dropped) drop_of[drop.row] = &drop;
  if (plan_.output.cuts) cuts_.collect(batch);
  for (RowIndex row = 0; row < batch.num_rows(); ++row) {
    const bool is_kept = drop_of[row] == nullptr;
    PartCounts& counts = state_.parts.back();
    ++(is_kept ? counts.num_kept : counts.num_rejected);
    is_kept ? rows_.make_kept(batch, row, cuts_, row_)
            : rows_.make_rejected(batch, *drop_of[row], cuts_, row_);
    TAMIS_TRY((is_kept ? kept_ : rejected_)->write(row_));
    state_.open_part->payload_bytes += batch.payload_bytes[row];
  }
  return {};
}

Result<void> ShardOutput::checkpoint(const pipeline::ShardProgress& progress) {
  // Even a shard of nothing has its two files, so that whoever reads them finds them.
  if (progress.is_complete && state_.parts.empty()) TAMIS_TRY(begin_part());
  if (state_.open_part.has_value()) {
    const bool is_full = state_.open_part->payload_bytes >= plan_.output.part_bytes;
    if (is_full || progress.is_complete) {
      TAMIS_TRY(end_part());
    } else {
      TAMIS_ASSIGN(const bool is_synced, sync_part());
      if (!is_synced) return {};
    }
  }
  state_.progress = progress;
  return save();
}

Result<void> ShardOutput::save() {
  return file_system_.write_all(paths_.checkpoint(shard_), checkpoint_to_text(state_));
}

}  // namespace tamis::output
