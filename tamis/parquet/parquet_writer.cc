#include "tamis/parquet/parquet_writer.h"

#include <arrow/api.h>
#include <arrow/io/interfaces.h>
#include <parquet/arrow/writer.h>

#include <optional>
#include <vector>

#include "tamis/base/check.h"
#include "tamis/parquet/arrow_error.h"

namespace tamis::parquet {
namespace {

using writers::Field;
using writers::FieldType;
using writers::FieldValue;

// A row group ends at this number of rows, or at that of bytes which the header names.
constexpr std::int64_t kGroupRowsMax = 16'384;

// Values between two looks at the size of a page. Texts are long: at Arrow's 1,024 a page of 1 MiB
// becomes one of 10.
constexpr std::int64_t kValuesPerLook = 64;

// Fixed, so that the same rows give the same bytes whichever Tamis or Arrow wrote them.
constexpr const char* kCreatedBy = "tamis version 1";

// Arrow's view of one of our files.
class OutputStream final : public ::arrow::io::OutputStream {
 public:
  explicit OutputStream(std::unique_ptr<io::OutputFile> file) : file_(std::move(file)) {}

  ::arrow::Status Write(const void* bytes, std::int64_t num_bytes) override {
    const auto written =
        file_->write({static_cast<const char*>(bytes), static_cast<std::size_t>(num_bytes)});
    if (!written.has_value()) return ::arrow::Status::IOError(written.error().message());
    num_bytes_written_ += num_bytes;
    return ::arrow::Status::OK();
  }
  using ::arrow::io::OutputStream::Write;

  ::arrow::Status Close() override {
    is_closed_ = true;
    return ::arrow::Status::OK();
  }
  bool closed() const override { return is_closed_; }
  ::arrow::Result<std::int64_t> Tell() const override { return num_bytes_written_; }

  Result<void> commit() { return file_->commit(); }

 private:
  std::unique_ptr<io::OutputFile> file_;
  std::int64_t num_bytes_written_ = 0;
  bool is_closed_ = false;
};

std::shared_ptr<::arrow::DataType> arrow_type(FieldType type) {
  switch (type) {
    case FieldType::kText:
    case FieldType::kJson:
      return ::arrow::utf8();
    case FieldType::kInteger:
      return ::arrow::int64();
    case FieldType::kNumber:
      return ::arrow::float64();
  }
  return ::arrow::null();
}

std::shared_ptr<::parquet::WriterProperties> writer_properties(std::int64_t zstd_level) {
  return ::parquet::WriterProperties::Builder()
      .created_by(kCreatedBy)
      ->compression(::parquet::Compression::ZSTD)
      ->compression_level(static_cast<int>(zstd_level))
      ->write_batch_size(kValuesPerLook)
      ->enable_page_checksum()
      ->build();
}

// Adds a value to its column.
class Append {
 public:
  explicit Append(::arrow::ArrayBuilder& column) : column_(column) {}

  ::arrow::Status operator()(std::monostate) const { return column_.AppendNull(); }
  ::arrow::Status operator()(std::string_view text) const {
    return static_cast<::arrow::StringBuilder&>(column_).Append(text);
  }
  ::arrow::Status operator()(writers::Json json) const { return (*this)(json.text); }
  ::arrow::Status operator()(std::int64_t integer) const {
    return static_cast<::arrow::Int64Builder&>(column_).Append(integer);
  }
  ::arrow::Status operator()(double number) const {
    return static_cast<::arrow::DoubleBuilder&>(column_).Append(number);
  }

 private:
  ::arrow::ArrayBuilder& column_;
};

// The bytes that a value takes beside its place in the column.
struct NumBytes {
  std::int64_t operator()(std::string_view text) const { return std::ssize(text); }
  std::int64_t operator()(writers::Json json) const { return std::ssize(json.text); }
  template <typename Fixed>
  std::int64_t operator()(Fixed) const {
    return 0;
  }
};

std::int64_t num_bytes_of(const FieldValue& value) {
  return std::int64_t{sizeof(std::int64_t)} + std::visit(NumBytes(), value);
}

class ParquetWriter final : public writers::RowWriter {
 public:
  ParquetWriter(std::string path, std::unique_ptr<io::OutputFile> file)
      : task_{.kind = Task::Kind::kWrite, .path = std::move(path)},
        stream_(std::make_shared<OutputStream>(std::move(file))) {}

  Result<void> open(std::span<const Field> fields, const writers::WriterOptions& options) {
    return without_exceptions(task_, [&]() -> Result<void> {
      ::arrow::FieldVector columns;
      for (const Field& field : fields) {
        columns.push_back(::arrow::field(field.name, arrow_type(field.type)));
        TAMIS_ASSIGN(auto builder, take(task_, ::arrow::MakeBuilder(columns.back()->type())));
        builders_.push_back(std::move(builder));
      }
      TAMIS_ASSIGN(writer_,
                   take(task_, ::parquet::arrow::FileWriter::Open(
                                   *::arrow::schema(columns), ::arrow::default_memory_pool(),
                                   stream_, writer_properties(options.zstd_level))));
      return {};
    });
  }

  Result<void> write(std::span<const FieldValue> row) override {
    TAMIS_CHECK(row.size() == builders_.size());
    return without_exceptions(task_, [&]() -> Result<void> {
      for (std::size_t index = 0; index < row.size(); ++index) {
        TAMIS_TRY(check(task_, std::visit(Append(*builders_[index]), row[index])));
        num_group_bytes_ += num_bytes_of(row[index]);
      }
      ++num_group_rows_;
      const bool is_full =
          num_group_rows_ >= kGroupRowsMax || num_group_bytes_ >= writers::kParquetGroupBytesMax;
      return is_full ? write_group() : Result<void>();
    });
  }

  Result<void> commit() override {
    TAMIS_TRY(without_exceptions(task_, [this] { return close(); }));
    return stream_->commit();
  }

 private:
  // Writes what is left, and the footer.
  Result<void> close() {
    if (num_group_rows_ > 0) TAMIS_TRY(write_group());
    return check(task_, writer_->Close());
  }

  Result<void> write_group() {
    TAMIS_TRY(check(task_, writer_->NewRowGroup()));
    for (const auto& builder : builders_) {
      TAMIS_ASSIGN(const auto column, take(task_, builder->Finish()));
      TAMIS_TRY(check(task_, writer_->WriteColumnChunk(*column)));
    }
    num_group_rows_ = 0;
    num_group_bytes_ = 0;
    return {};
  }

  Task task_;
  std::shared_ptr<OutputStream> stream_;
  std::vector<std::unique_ptr<::arrow::ArrayBuilder>> builders_;
  std::unique_ptr<::parquet::arrow::FileWriter> writer_;
  std::int64_t num_group_rows_ = 0;
  std::int64_t num_group_bytes_ = 0;
};

}  // namespace

Result<std::unique_ptr<writers::RowWriter>> open_writer(io::FileSystem& file_system,
                                                        const std::string& path,
                                                        std::span<const Field> fields,
                                                        const writers::WriterOptions& options) {
  TAMIS_ASSIGN(std::unique_ptr<io::OutputFile> file, file_system.create(path));
  auto writer = std::make_unique<ParquetWriter>(path, std::move(file));
  TAMIS_TRY(writer->open(fields, options));
  return writer;
}

}  // namespace tamis::parquet
