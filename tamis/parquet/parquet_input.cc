#include "tamis/parquet/parquet_input.h"

#include <arrow/io/file.h>
#include <arrow/memory_pool.h>
#include <arrow/record_batch.h>
#include <fmt/core.h>
#include <parquet/arrow/reader.h>
#include <parquet/file_reader.h>
#include <parquet/metadata.h>

#include <cstring>

#include "tamis/io/path_pattern.h"
#include "tamis/parquet/footer.h"

namespace tamis::parquet {
namespace {

// How much of a column is read from the file at once: without it, the whole column of a group.
constexpr std::int64_t kColumnBufferBytes = std::int64_t{1} << 20;

// Where the footer lies: "PAR1" behind its length ends the file.
constexpr std::int64_t kTailBytes = 8;
constexpr std::string_view kTailMagic = "PAR1";

// Refuses a footer that would become more than `memory_bytes_max`: what Arrow makes of it does not
// come from its pool.
Result<void> check_footer(const Task& task, ::arrow::io::RandomAccessFile& file,
                          std::int64_t memory_bytes_max) {
  TAMIS_ASSIGN(const std::int64_t num_file_bytes, take(task, file.GetSize()));
  if (num_file_bytes < kTailBytes) return {};
  TAMIS_ASSIGN(const auto tail, take(task, file.ReadAt(num_file_bytes - kTailBytes, kTailBytes)));
  if (tail->size() < kTailBytes) return {};
  std::uint32_t num_bytes = 0;
  std::memcpy(&num_bytes, tail->data(), sizeof num_bytes);  // little-endian, as all machines here
  const bool is_plain =
      std::string_view(reinterpret_cast<const char*>(tail->data()) + sizeof num_bytes,
                       kTailMagic.size()) == kTailMagic;
  if (!is_plain || num_bytes > num_file_bytes - kTailBytes) return {};  // Arrow says what is wrong
  TAMIS_ASSIGN(const auto footer,
               take(task, file.ReadAt(num_file_bytes - kTailBytes - num_bytes, num_bytes)));
  const std::int64_t need = footer_memory_bytes(
      {reinterpret_cast<const char*>(footer->data()), static_cast<std::size_t>(footer->size())});
  if (need <= memory_bytes_max) return {};
  return tl::unexpected<Error>(memory_error(
      task, fmt::format("its footer of {} bytes alone up to {} MiB", num_bytes, need >> 20)));
}

Result<std::unique_ptr<::parquet::arrow::FileReader>> open_reader(const Task& task,
                                                                  ::arrow::MemoryPool* pool,
                                                                  std::int64_t memory_bytes_max) {
  TAMIS_ASSIGN(auto file, take(task, ::arrow::io::ReadableFile::Open(task.path, pool)));
  TAMIS_TRY(check_footer(task, *file, memory_bytes_max));
  ::parquet::ReaderProperties properties(pool);
  properties.enable_buffered_stream();
  properties.set_buffer_size(kColumnBufferBytes);
  properties.set_page_checksum_verification(true);
  ::parquet::ArrowReaderProperties arrow_properties;
  arrow_properties.set_use_threads(false);
  arrow_properties.set_pre_buffer(false);  // would read ahead in threads of Arrow's own
  ::parquet::arrow::FileReaderBuilder builder;
  TAMIS_TRY(check(task, builder.Open(std::move(file), properties)));
  builder.memory_pool(pool)->properties(arrow_properties);
  return take(task, builder.Build());
}

}  // namespace

ParquetInput::ParquetInput() = default;
ParquetInput::~ParquetInput() = default;

Result<std::unique_ptr<ParquetInput>> ParquetInput::open(const io::FileSystem& file_system,
                                                         const std::string& path,
                                                         std::int64_t memory_bytes_max) {
  const bool is_wrapped = io::without_compression(path).size() < path.size();
  if (path == io::kStandardStream || is_wrapped) {
    return fail(ErrorCode::kInvalidInput,
                fmt::format("cannot read {} as Parquet, which is read from its end: name a file "
                            "that is not compressed as a whole",
                            path == io::kStandardStream ? "standard input" : path));
  }
  TAMIS_ASSIGN(const io::FileStatus status, file_system.status(path));
  auto input = std::make_unique<ParquetInput>();
  input->task_ = {.kind = Task::Kind::kRead, .path = path, .memory_bytes_max = memory_bytes_max};
  input->num_file_bytes_ = status.num_bytes;
  input->pool_ =
      std::make_unique<::arrow::CappedMemoryPool>(::arrow::default_memory_pool(), memory_bytes_max);
  TAMIS_ASSIGN(input->reader_, without_exceptions(input->task_, [&] {
                 return open_reader(input->task_, input->pool_.get(), memory_bytes_max);
               }));
  return input;
}

const ::parquet::FileMetaData& ParquetInput::metadata() const {
  return *reader_->parquet_reader()->metadata();
}

const ::parquet::arrow::SchemaManifest& ParquetInput::manifest() const {
  return reader_->manifest();
}

Result<std::unique_ptr<::arrow::RecordBatchReader>> ParquetInput::read_group(
    int group, const std::vector<int>& leaf_indices, std::int64_t num_rows_at_once) {
  reader_->set_batch_size(num_rows_at_once);
  return take(task_, reader_->GetRecordBatchReader({group}, leaf_indices));
}

}  // namespace tamis::parquet
