// Parquet files, written by the module that links Arrow: see tamis/parquet/.
#include "tamis/writers/parquet_module.h"

namespace tamis::writers {
namespace {

Result<std::unique_ptr<RowWriter>> open(io::FileSystem& file_system, const std::string& path,
                                        std::span<const Field> fields,
                                        const WriterOptions& options) {
  TAMIS_ASSIGN(const ModuleTable* table,
               load_module("parquet", "tamis_parquet_writer",
                           "it writes no Parquet; install pyarrow into build/venv with "
                           "`make build`, or write jsonl"));
  return static_cast<const ParquetWriterModule*>(table)->open(file_system, path, fields, options);
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
});

}  // namespace tamis::writers
