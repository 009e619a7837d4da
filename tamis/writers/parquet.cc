// Parquet files, written by the module that links Arrow: see tamis/parquet/.
#include "tamis/io/zstd_output.h"
#include "tamis/writers/parquet_module.h"

namespace tamis::writers {
namespace {

Result<const ParquetWriterModule*> load_writer() {
  TAMIS_ASSIGN(const ModuleTable* table,
               load_module("parquet", "tamis_parquet_writer",
                           "it writes no Parquet; install pyarrow into build/venv with "
                           "`make build`, or write jsonl"));
  return static_cast<const ParquetWriterModule*>(table);
}

Result<void> load() {
  TAMIS_TRY(load_writer());
  return {};
}

Result<std::unique_ptr<RowWriter>> open(io::FileSystem& file_system, const std::string& path,
                                        std::span<const Field> fields,
                                        const WriterOptions& options) {
  TAMIS_ASSIGN(const ParquetWriterModule* module, load_writer());
  return module->open(file_system, path, fields, options);
}

// A group and its last document, in columns that double when they are full, and once more while
// they are packed. Measured: 180 MiB for groups of 64 MiB of short documents.
std::int64_t memory_bytes(std::int64_t zstd_level, std::int64_t document_bytes_max) {
  return 3 * (kParquetGroupBytesMax + document_bytes_max) +
         io::zstd_encoder_bytes(static_cast<int>(zstd_level));
}

}  // namespace

extern constinit const WriterSpec parquet = writer({
    .name = "parquet",
    .version = 1,
    .summary = "Parquet in zstd, a column a field, every column nullable.",
    .ending = ".parquet",
    .source = {.work = "Apache Parquet format",
               .url = "https://parquet.apache.org/docs/file-format/",
               .where = "the whole specification"},
    .open = open,
    .load = load,
    .memory_bytes = memory_bytes,
});

}  // namespace tamis::writers
