#include "tamis/output/row_sink.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>

#include "tamis/readers/field_names.h"
#include "tamis/readers/open_source.h"

namespace tamis::output {
namespace {

using writers::FieldType;
using writers::FieldValue;

// What a row of MeasureSink says beside the id, in its order; numbers follow.
constexpr std::string_view kFirstColumns[] = {"url", "language", "file", "offset"};

bool is_number_or_null(simdjson::dom::element value) {
  return value.is_number() || value.is_null();
}

bool is_row_of_numbers(std::string_view metadata) {
  simdjson::dom::parser parser;
  simdjson::dom::object row;
  if (parser.parse(metadata.data(), metadata.size()).get(row) != simdjson::SUCCESS) return false;
  std::size_t index = 0;
  for (const auto field : row) {
    const bool is_first = index < std::size(kFirstColumns);
    if (is_first ? field.key != kFirstColumns[index] : !is_number_or_null(field.value))
      return false;
    ++index;
  }
  return index >= std::size(kFirstColumns);
}

}  // namespace

class RowSink::Stream final : public pipeline::ShardSink {
 public:
  explicit Stream(RowSink& sink) : sink_(sink) {}

  Result<void> write(const Batch& batch) override { return sink_.write(batch); }

  Result<void> checkpoint(const pipeline::ShardProgress& progress) override {
    if (!progress.is_complete) return {};
    sink_.ledger_ = progress.ledger;
    return sink_.writer_->commit();
  }

 private:
  RowSink& sink_;
};

Result<std::optional<pipeline::OpenShard>> RowSink::open(const pipeline::Shard& shard) {
  return pipeline::OpenShard{.progress = pipeline::ShardProgress(plan_, shard),
                             .sink = std::make_unique<Stream>(*this)};
}

std::vector<writers::Field> TextSink::fields() {
  std::vector<writers::Field> fields;
  for (const char* name :
       {"id", "url", "canonical_url", "title", "author", "date", "site", "language", "text"}) {
    fields.push_back({name, FieldType::kText});
  }
  return fields;
}

Result<void> TextSink::write(const Batch& batch) {
  // 0: left out, 1: without text, 2: with text.
  std::vector<int> shows(batch.num_rows());
  for (const RowIndex row : batch.selected) shows[row] = 2;
  for (const Drop& drop : batch.dropped) {
    if (drop.cause == static_cast<CauseId>(DropReason::kNoMainText)) shows[drop.row] = 1;
  }
  for (RowIndex row = 0; row < batch.num_rows(); ++row) {
    if (shows[row] == 0) continue;
    const std::string_view text = shows[row] == 2 ? batch.text[row] : std::string_view();
    const FieldValue values[] = {batch.id[row],    batch.url[row],      batch.canonical_url[row],
                                 batch.title[row], batch.author[row],   batch.date[row],
                                 batch.site[row],  batch.language[row], text};
    TAMIS_TRY(writer().write(values));
  }
  return {};
}

std::vector<writers::Field> MeasureSink::fields(const pipeline::Plan& plan) {
  std::vector<writers::Field> fields = {{"id", FieldType::kText}};
  for (const std::string_view name : kFirstColumns) {
    const bool is_text = name != "offset";
    fields.push_back({std::string(name), is_text ? FieldType::kText : FieldType::kInteger});
  }
  for (const SignalColumn& column : signal_columns(plan)) {
    fields.push_back({column.name, FieldType::kNumber});
  }
  return fields;
}

Result<bool> MeasureSink::wrote(const io::FileSystem& file_system, const std::string& path) {
  readers::FieldNames id_alone = {"id", "", "", "", "", ""};
  const auto source =
      readers::open_source(file_system, path, readers::kAutomaticFormat, {}, &id_alone);
  if (!source.has_value()) return false;
  Batch batch;
  TAMIS_TRY((*source)->read(batch, {.num_rows_max = 1}));
  return batch.num_rows() == 0 || is_row_of_numbers(batch.metadata[0]);
}

Result<void> MeasureSink::write(const Batch& batch) {
  std::vector<FieldValue> values;
  for (const RowIndex row : batch.selected) {
    values.assign({batch.id[row], batch.url[row], batch.language[row],
                   std::string_view(plan().files[batch.file[row]].name()), batch.offset[row]});
    for (const SignalColumn& column : columns_) {
      const double value = column.at(batch, row);
      values.push_back(std::isfinite(value) ? FieldValue(value) : FieldValue());
    }
    TAMIS_TRY(writer().write(values));
  }
  return {};
}

}  // namespace tamis::output
