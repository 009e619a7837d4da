// Parquet files, read by the module that links Arrow: see tamis/parquet/.
#include <limits>
#include <memory>
#include <string>
#include <utility>

#include "tamis/readers/json_metadata.h"
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
    param<&FieldNames::metadata_fields>(
        "metadata_fields",
        "The other columns to keep, as a document's metadata; `*`: all of them."),
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

// The rows of a file as far as they can be read. What is damaged behind them, all of a file whose
// footer is, is one document that is dropped: other files are none the worse for it.
class ReadableRows final : public Source {
 public:
  // `rows`: null of a file that cannot be opened.
  ReadableRows(std::string path, std::unique_ptr<Source> rows,
               std::vector<std::string> metadata_fields)
      : path_(std::move(path)), rows_(std::move(rows)), metadata_(only(metadata_fields)) {}

  Result<bool> read(Batch& batch, const BatchSize& size) override {
    if (rows_ != nullptr) {
      const RowIndex first = batch.num_rows();
      auto has_more = rows_->read(batch, size);
      raise_metadata(batch, first);
      if (has_more.has_value() || has_more.error().code() != ErrorCode::kCorrupt) return has_more;
    }
    batch.drop(batch.append({.id = path_}), DropReason::kDamagedRecord);
    batch.remove_dropped();
    return false;
  }

  std::int64_t num_bytes_read() const override {
    return rows_ == nullptr ? 0 : rows_->num_bytes_read();
  }

 private:
  // No field of a row that is metadata already is read again.
  static FieldNames only(std::vector<std::string> metadata_fields) {
    FieldNames fields = {"", "", "", "", "", ""};
    fields.metadata_fields = std::move(metadata_fields);
    return fields;
  }

  // As of JSON Lines, what a column "metadata" holds stands beside the others.
  void raise_metadata(Batch& batch, RowIndex first) {
    for (RowIndex row = first; row < batch.num_rows(); ++row) {
      const std::string_view json = batch.metadata[row];
      if (json.find("\"metadata\":") == json.npos) continue;
      // It has passed the limit as it was.
      constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max();
      batch.metadata.replace(row, metadata_.of(json, kNoLimit).value_or(json));
    }
  }

  std::string path_;
  std::unique_ptr<Source> rows_;
  JsonMetadata metadata_;
};

OpenedSource open_parquet(const io::FileSystem& file_system, const std::string& path,
                          const Limits& limits, std::int64_t memory_bytes_max, const void* params) {
  TAMIS_ASSIGN(const ParquetReaderModule* module, load());
  const FieldNames defaults;
  const auto& fields = params != nullptr ? *static_cast<const FieldNames*>(params) : defaults;
  OpenedSource rows = module->open(file_system, path, limits, memory_bytes_max, fields);
  const bool is_damaged = !rows && rows.error().code() == ErrorCode::kCorrupt;
  if (!rows && !is_damaged) return rows;
  return std::make_unique<ReadableRows>(path, is_damaged ? nullptr : *std::move(rows),
                                        fields.metadata_fields);
}

bool recognises(std::string_view head) { return head.starts_with("PAR1"); }

}  // namespace

Result<std::string> describe_parquet(const io::FileSystem& file_system, const std::string& path) {
  TAMIS_ASSIGN(const ParquetReaderModule* module, load());
  return module->describe(file_system, path);
}

extern constinit const ReaderSpec parquet = reader({
    .name = "parquet",
    .version = 3,
    .summary = "Parquet, one document a row, with the text in a column.",
    .why = "What corpora on model hubs come as; reads the columns that are asked for and no "
           "others, and not from standard input.",
    .source = {.work = "Apache Parquet format",
               .url = "https://parquet.apache.org/docs/file-format/",
               .where = "the whole specification"},
    .endings = kEndings,
    .recognises = recognises,
    .takes_field_names = true,
    .params = kParams,
    .make_params = make_params<FieldNames>,
    .open_path = open_parquet,
});

}  // namespace tamis::readers
