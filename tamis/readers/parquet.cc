// Parquet files, read by the module that links Arrow: see tamis/parquet/.
#include "tamis/readers/parquet_module.h"

namespace tamis::readers {
namespace {

constexpr ParamSpec kParams[] = {
    param<&FieldNames::text_field>("text_field", "The column with the text; a.b is b inside a."),
    param<&FieldNames::id_field>("id_field", "The column with the id; without it file:row serves."),
    param<&FieldNames::url_field>("url_field", "The column with the address."),
    param<&FieldNames::date_field>("date_field", "The column with the date."),
    param<&FieldNames::title_field>("title_field", "The column with the title."),
    param<&FieldNames::language_field>("language_field", "The column with the language's tag."),
    param<&FieldNames::content>("content", "What the text column holds.", kContents),
};

constexpr std::string_view kEndings[] = {".parquet", ".pq"};

Result<const ParquetReaderModule*> load() {
  TAMIS_ASSIGN(const ModuleTable* table,
               load_module("parquet", "tamis_parquet_reader",
                           "it reads no Parquet; install pyarrow into build/venv with "
                           "`make build`, or convert the file to JSON Lines"));
  return static_cast<const ParquetReaderModule*>(table);
}

OpenedSource open_parquet(const io::FileSystem& file_system, const std::string& path,
                          const Limits& limits, std::int64_t memory_bytes_max, const void* params) {
  TAMIS_ASSIGN(const ParquetReaderModule* module, load());
  const auto* fields = static_cast<const FieldNames*>(params);
  return module->open(file_system, path, limits, memory_bytes_max,
                      fields != nullptr ? *fields : FieldNames());
}

bool recognises(std::string_view head) { return head.starts_with("PAR1"); }

}  // namespace

Result<std::string> describe_parquet(const io::FileSystem& file_system, const std::string& path) {
  TAMIS_ASSIGN(const ParquetReaderModule* module, load());
  return module->describe(file_system, path);
}

extern constinit const ReaderSpec parquet = reader({
    .name = "parquet",
    .version = 1,
    .summary = "Parquet, one document a row, with the text in a column.",
    .why = "What corpora on model hubs come as; reads the columns it needs and no others, and not "
           "from standard input.",
    .source = {.work = "Apache Parquet format",
               .url = "https://parquet.apache.org/docs/file-format/",
               .where = "the whole specification"},
    .endings = kEndings,
    .recognises = recognises,
    .params = kParams,
    .make_params = make_params<FieldNames>,
    .open_path = open_parquet,
});

}  // namespace tamis::readers
