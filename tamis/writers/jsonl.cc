#include <string>
#include <vector>

#include "tamis/base/check.h"
#include "tamis/catalog/json_output.h"
#include "tamis/io/zstd_output.h"
#include "tamis/writers/writer.h"

namespace tamis::writers {
namespace {

class JsonlWriter final : public RowWriter {
 public:
  JsonlWriter(std::unique_ptr<io::OutputFile> file, std::span<const Field> fields)
      : file_(std::move(file)) {
    for (const Field& field : fields) {
      std::string key;
      append_json_string(field.name, key);
      keys_.push_back(key + ":");
    }
  }

  Result<void> write(std::span<const FieldValue> row) override {
    TAMIS_CHECK(row.size() == keys_.size());
    line_.assign(1, '{');
    for (std::size_t index = 0; index < row.size(); ++index) {
      if (index > 0) line_ += ',';
      line_ += keys_[index];
      append_value(row[index]);
    }
    line_ += "}\n";
    return file_->write(line_);
  }

  Result<std::optional<std::int64_t>> sync() override {
    TAMIS_ASSIGN(const std::int64_t num_bytes, file_->sync());
    return num_bytes;
  }

  Result<void> commit() override { return file_->commit(); }

 private:
  void append_value(const FieldValue& value) {
    if (const auto* text = std::get_if<std::string_view>(&value)) {
      append_json_string(*text, line_);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      line_ += std::to_string(*integer);
    } else if (const auto* number = std::get_if<double>(&value)) {
      append_json_number(*number, line_);
    } else if (const auto* json = std::get_if<Json>(&value)) {
      line_ += json->text;
    } else {
      line_ += "null";
    }
  }

  std::unique_ptr<io::OutputFile> file_;
  std::vector<std::string> keys_;
  std::string line_;
};

Result<std::unique_ptr<RowWriter>> open(io::FileSystem& file_system, const std::string& path,
                                        std::span<const Field> fields,
                                        const WriterOptions& options) {
  const std::int64_t num_bytes = options.resumed_bytes.value_or(0);
  TAMIS_ASSIGN(std::unique_ptr<io::OutputFile> file, options.resumed_bytes.has_value()
                                                         ? file_system.resume(path, num_bytes)
                                                         : file_system.create(path));
  if (path.ends_with(".zst")) {
    TAMIS_ASSIGN(file, io::ZstdOutput::create(std::move(file), static_cast<int>(options.zstd_level),
                                              num_bytes));
  }
  return std::make_unique<JsonlWriter>(std::move(file), fields);
}

std::int64_t memory_bytes(std::int64_t zstd_level, std::int64_t /*document_bytes_max*/) {
  return io::zstd_encoder_bytes(static_cast<int>(zstd_level));
}

}  // namespace

extern constinit const WriterSpec jsonl = writer({
    .name = "jsonl",
    .version = 1,
    .summary = "One JSON object a line, in zstd frames unless the file's name says otherwise.",
    .ending = ".jsonl.zst",
    .source = {.work = "JSON Lines", .url = "https://jsonlines.org", .where = "the whole page"},
    .open = open,
    .memory_bytes = memory_bytes,
});

}  // namespace tamis::writers
