#include "tamis/parquet/parquet_source.h"

#include <arrow/record_batch.h>
#include <fmt/core.h>
#include <parquet/metadata.h>

#include <algorithm>
#include <array>

#include "tamis/parquet/columns.h"
#include "tamis/parquet/other_columns.h"
#include "tamis/parquet/parquet_input.h"
#include "tamis/text/utf8.h"

namespace tamis::parquet {
namespace {

using readers::FieldNames;

// What is decoded at once: enough for Arrow's cost of a call not to show, far below a batch's
// share of memory. The bytes are those of the group's average row.
constexpr std::int64_t kRowsAtOnceMax = 128;
constexpr std::int64_t kBytesAtOnce = std::int64_t{4} << 20;
constexpr std::int64_t kGroupBytesMax = std::int64_t{1} << 40;  // of a column, so that sums fit

enum FieldIndex { kText, kId, kUrl, kDate, kTitle, kLanguage, kNumFields };

using Columns = std::array<std::optional<Column>, kNumFields>;

constexpr std::array<std::string FieldNames::*, kNumFields> kFieldNames = {
    &FieldNames::text_field, &FieldNames::id_field,    &FieldNames::url_field,
    &FieldNames::date_field, &FieldNames::title_field, &FieldNames::language_field};

constexpr std::array<std::string_view, kNumFields> kFieldKeys = {
    "text_field", "id_field", "url_field", "date_field", "title_field", "language_field"};

Result<Columns> find_columns(const ParquetInput& input, const FieldNames& fields) {
  const FieldNames defaults;
  Columns columns;
  for (std::size_t index = 0; index < columns.size(); ++index) {
    const std::string& name = fields.*kFieldNames[index];
    columns[index] = find_column(input.manifest(), name);
    const bool is_needed = index == kText || name != defaults.*kFieldNames[index];
    if (columns[index].has_value() || name.empty() || !is_needed) continue;
    return fail(
        ErrorCode::kInvalidInput,
        fmt::format("{} has no column \"{}\" of single values; there are: {}. Name the right one: "
                    "`--set read.{}=NAME`, or `read: {{{}: NAME}}` in a recipe",
                    input.task().path, name, list_columns(input.manifest()), kFieldKeys[index],
                    kFieldKeys[index]));
  }
  if (!columns[kText].has_value() || !columns[kText]->holds_text) {
    return fail(ErrorCode::kInvalidInput,
                fmt::format("{}: column \"{}\" holds no text; name one that does with "
                            "`--set read.text_field=NAME`, of: {}",
                            input.task().path, fields.text_field, list_columns(input.manifest())));
  }
  return columns;
}

// Of columns that are encrypted below a plain footer Arrow tells only where it meets one. All
// groups are alike in this; what else is wrong with the first is damage, which is counted when it
// is read.
Result<void> check_encryption(const ParquetInput& input, std::span<const int> leaf_indices) {
  if (input.metadata().num_row_groups() == 0) return {};
  auto looked = without_exceptions(input.task(), [&]() -> Result<void> {
    for (const int leaf : leaf_indices) input.metadata().RowGroup(0)->ColumnChunk(leaf);
    return {};
  });
  const bool is_encrypted = !looked && looked.error().code() == ErrorCode::kInvalidInput;
  return is_encrypted ? std::move(looked) : Result<void>();
}

OtherColumns find_other_columns(const ParquetInput& input, const Columns& columns,
                                const FieldNames& fields) {
  std::vector<Column> read;
  for (const auto& column : columns) {
    if (column.has_value()) read.push_back(*column);
  }
  return {input.manifest(), std::move(read), fields.metadata_fields};
}

// Of all that is read, each once: two fields may be of one column.
std::vector<int> find_leaves(const Columns& columns, const OtherColumns& others) {
  std::vector<int> leaf_indices = others.leaf_indices();
  for (const auto& column : columns) {
    if (column.has_value()) leaf_indices.push_back(column->leaf_index);
  }
  std::sort(leaf_indices.begin(), leaf_indices.end());
  leaf_indices.erase(std::unique(leaf_indices.begin(), leaf_indices.end()), leaf_indices.end());
  return leaf_indices;
}

class ParquetSource final : public Source {
 public:
  ParquetSource(std::unique_ptr<ParquetInput> input, Columns columns, OtherColumns others,
                std::vector<int> leaf_indices, const Limits& limits, bool is_html)
      : input_(std::move(input)),
        columns_(std::move(columns)),
        others_(std::move(others)),
        leaf_indices_(std::move(leaf_indices)),
        limits_(limits),
        is_html_(is_html) {}

  Result<bool> read(Batch& batch, const BatchSize& size) override {
    RowIndex num_rows = 0;
    std::int64_t num_bytes = 0;
    bool has_more = true;
    while (num_rows < size.num_rows_max && num_bytes < size.num_bytes_max) {
      if (rows_ == nullptr || row_ == rows_->num_rows()) {
        TAMIS_ASSIGN(has_more, without_exceptions(input_->task(), [this] { return read_rows(); }));
        if (!has_more) break;
      }
      const RowIndex row = append(batch);
      num_bytes += batch.held_bytes(row);
      ++num_rows;
    }
    batch.remove_dropped();
    return has_more;
  }

  // By rows: where in the file a column's bytes lie says little.
  std::int64_t num_bytes_read() const override {
    const std::int64_t num_rows = input_->metadata().num_rows();
    if (num_rows_read_ >= num_rows) return input_->num_file_bytes();
    return static_cast<std::int64_t>(static_cast<double>(input_->num_file_bytes()) *
                                     static_cast<double>(num_rows_read_) /
                                     static_cast<double>(num_rows));
  }

 private:
  // Reads the next rows, at least one; false at the end of the file.
  Result<bool> read_rows() {
    for (;;) {
      if (group_reader_ == nullptr) {
        if (group_ == input_->metadata().num_row_groups()) return false;
        TAMIS_ASSIGN(group_reader_,
                     input_->read_group(group_, leaf_indices_, num_rows_at_once(group_)));
        ++group_;
      }
      TAMIS_TRY(check(input_->task(), group_reader_->ReadNext(&rows_)));
      row_ = 0;
      if (rows_ != nullptr) num_group_rows_ += rows_->num_rows();
      if (rows_ == nullptr) {
        TAMIS_TRY(check_group_is_whole());
        group_reader_.reset();
      } else if (rows_->num_rows() > 0) {
        break;
      }
    }
    for (std::size_t index = 0; index < columns_.size(); ++index) {
      if (columns_[index].has_value()) values_[index] = ColumnValues(*rows_, *columns_[index]);
    }
    others_.set_rows(*rows_);
    return true;
  }

  // Arrow ends a group early where its columns do.
  Result<void> check_group_is_whole() {
    const int group = group_ - 1;
    const std::int64_t num_rows = input_->metadata().RowGroup(group)->num_rows();
    const std::int64_t num_read = std::exchange(num_group_rows_, 0);
    if (num_read == num_rows) return {};
    return fail(ErrorCode::kCorrupt,
                fmt::format("cannot read {}: row group {} has {} rows, and {} in its columns; the "
                            "file is damaged",
                            input_->task().path, group, num_rows, num_read));
  }

  std::int64_t num_rows_at_once(int group) const {
    const auto group_metadata = input_->metadata().RowGroup(group);
    const std::int64_t num_rows = std::max<std::int64_t>(group_metadata->num_rows(), 1);
    std::int64_t num_bytes = 0;
    for (const int leaf : leaf_indices_) {
      // A damaged file may say less than nothing.
      const std::int64_t num_leaf_bytes =
          group_metadata->ColumnChunk(leaf)->total_uncompressed_size();
      num_bytes += std::clamp<std::int64_t>(num_leaf_bytes, 0, kGroupBytesMax);
    }
    const std::int64_t row_bytes = std::max<std::int64_t>(num_bytes / num_rows, 1);
    return std::clamp<std::int64_t>(kBytesAtOnce / row_bytes, 1, kRowsAtOnceMax);
  }

  RowIndex append(Batch& batch) {
    NewDocument document;
    ++num_rows_read_;
    document.offset = num_rows_read_;
    document.id = field(kId);
    document.url = field(kUrl);
    document.date = field(kDate);
    document.title = field(kTitle);
    document.language = field(kLanguage);
    if (document.id.empty()) {
      document.id = made_[kId] = fmt::format("{}:{}", input_->task().path, num_rows_read_);
    }
    const std::string_view text = field(kText);
    const bool is_too_large = static_cast<std::int64_t>(text.size()) > limits_.document_bytes_max;
    if (!is_too_large) document.text = text;
    const auto metadata = others_.of(row_, limits_.metadata_bytes_max);
    document.metadata = metadata.value_or("");
    const bool has_large_head = head_bytes(document) > limits_.header_bytes_max;
    if (has_large_head) {
      remove_head(document, made_[kId] = fmt::format("{}:{}", input_->task().path, num_rows_read_));
    }
    document.payload = payload_of(document.text);
    ++row_;
    const RowIndex row = batch.append(document);
    if (has_large_head) {
      batch.drop(row, DropReason::kHeaderTooLarge);
    } else if (is_too_large) {
      batch.drop(row, DropReason::kDocumentTooLarge);
    } else if (text.empty()) {
      batch.drop(row, DropReason::kEmptyPayload);
    } else if (!metadata.has_value()) {
      batch.drop(row, DropReason::kMetadataTooLarge);
    }
    return row;
  }

  std::string_view field(FieldIndex index) {
    return values_[index].text(row_, made_[index]).value_or("");
  }

  // Bytes that are no UTF-8 are in an encoding that is yet to be found.
  Payload payload_of(std::string_view text) const {
    if (text::is_valid_utf8(text)) return is_html_ ? Payload::kHtml : Payload::kText;
    return is_html_ ? Payload::kHtmlBytes : Payload::kTextBytes;
  }

  std::unique_ptr<ParquetInput> input_;  // first: what follows lives in its memory
  Columns columns_;
  OtherColumns others_;
  std::vector<int> leaf_indices_;
  Limits limits_;
  bool is_html_;
  int group_ = 0;  // the next one to open
  std::unique_ptr<::arrow::RecordBatchReader> group_reader_;
  std::shared_ptr<::arrow::RecordBatch> rows_;
  std::int64_t row_ = 0;             // the next one of rows_
  std::int64_t num_group_rows_ = 0;  // given by group_reader_
  std::int64_t num_rows_read_ = 0;
  std::array<ColumnValues, kNumFields> values_;
  std::array<std::string, kNumFields> made_;
};

}  // namespace

readers::OpenedSource open_source(const io::FileSystem& file_system, const std::string& path,
                                  const Limits& limits, std::int64_t memory_bytes_max,
                                  const FieldNames& fields) {
  TAMIS_ASSIGN(auto input, ParquetInput::open(file_system, path, memory_bytes_max));
  TAMIS_ASSIGN(Columns columns, find_columns(*input, fields));
  OtherColumns others = find_other_columns(*input, columns, fields);
  std::vector<int> leaf_indices = find_leaves(columns, others);
  TAMIS_TRY(check_encryption(*input, leaf_indices));
  return std::make_unique<ParquetSource>(std::move(input), std::move(columns), std::move(others),
                                         std::move(leaf_indices), limits, fields.content == "html");
}

}  // namespace tamis::parquet
