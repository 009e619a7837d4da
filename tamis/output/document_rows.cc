#include "tamis/output/document_rows.h"

#include <cmath>
#include <string>
#include <string_view>

namespace tamis::output {
namespace {

using writers::Field;
using writers::FieldType;
using writers::FieldValue;

// "text" of a kept document, or what a rejected one had when it was dropped.
std::vector<Field> document_fields(const pipeline::Plan& plan) {
  std::vector<Field> fields = {
      {"id", FieldType::kText},     {"url", FieldType::kText},  {"title", FieldType::kText},
      {"text", FieldType::kText},   {"date", FieldType::kText}, {"language", FieldType::kText},
      {"source", FieldType::kText}, {"file", FieldType::kText}, {"offset", FieldType::kInteger}};
  if (plan.has_attribution) {
    for (const char* name : {"author", "site", "canonical_url"})
      fields.push_back({name, FieldType::kText});
  }
  if (plan.has_metadata) fields.push_back({"metadata", FieldType::kJson});
  return fields;
}

FieldValue number_or_nothing(double number) {
  return std::isfinite(number) ? FieldValue(number) : FieldValue();
}

FieldValue json_or_nothing(std::string_view json) {
  return json.empty() ? FieldValue() : FieldValue(writers::Json{json});
}

FieldValue text_or_nothing(std::string_view text) {
  return text.empty() ? FieldValue() : FieldValue(text);
}

void make_document(const pipeline::Plan& plan, const Batch& batch, RowIndex row, bool has_text,
                   std::vector<FieldValue>& values) {
  const pipeline::InputFile& file = plan.files[batch.file[row]];
  values.clear();
  values.emplace_back(batch.id[row]);
  values.push_back(text_or_nothing(batch.url[row]));
  values.push_back(text_or_nothing(batch.title[row]));
  values.push_back(has_text ? FieldValue(batch.text[row]) : FieldValue());
  values.push_back(text_or_nothing(batch.date[row]));
  values.push_back(text_or_nothing(batch.language[row]));
  values.emplace_back(std::string_view(plan.sources[file.source].name));
  values.emplace_back(std::string_view(file.name()));
  values.emplace_back(batch.offset[row]);
  if (plan.has_attribution) {
    for (const TextColumn* column : {&batch.author, &batch.site, &batch.canonical_url})
      values.push_back(text_or_nothing((*column)[row]));
  }
  if (plan.has_metadata) values.push_back(json_or_nothing(batch.metadata[row]));
}

}  // namespace

DocumentRows::DocumentRows(const pipeline::Plan& plan)
    : plan_(plan), kept_fields_(document_fields(plan)), rejected_fields_(document_fields(plan)) {
  if (plan.output.signals == "all") signals_ = signal_columns(plan);
  for (const char* name : {"stage", "rule"}) {
    rejected_fields_.push_back({name, FieldType::kText});
  }
  for (const char* name : {"value", "bound"}) {
    rejected_fields_.push_back({name, FieldType::kNumber});
  }
  for (const SignalColumn& column : signals_) {
    kept_fields_.push_back({column.name, FieldType::kNumber});
    if (plan.output.rejected_signals) rejected_fields_.push_back({column.name, FieldType::kNumber});
  }
  if (!plan.output.cuts) return;
  for (auto* fields : {&kept_fields_, &rejected_fields_}) {
    fields->push_back({"cuts", FieldType::kText});
  }
}

void DocumentRows::make_kept(const Batch& batch, RowIndex row, CutPieces& cuts,
                             std::vector<FieldValue>& values) const {
  make_document(plan_, batch, row, true, values);
  add_signals(batch, row, values);
  add_cuts(row, cuts, values);
}

void DocumentRows::make_rejected(const Batch& batch, const Drop& drop, CutPieces& cuts,
                                 std::vector<FieldValue>& values) const {
  // HTML is dropped by readers and the extractor, and can be read again from the input.
  const bool has_text = plan_.output.rejected_text && batch.payload[drop.row] == Payload::kText &&
                        !batch.text[drop.row].empty();
  make_document(plan_, batch, drop.row, has_text, values);
  const pipeline::Step& step = plan_.steps[drop.cause];
  values.emplace_back(std::string_view(step.stage));
  values.emplace_back(std::string_view(step.name));
  values.push_back(number_or_nothing(drop.value));
  values.push_back(number_or_nothing(drop.bound));
  if (plan_.output.rejected_signals) add_signals(batch, drop.row, values);
  add_cuts(drop.row, cuts, values);
}

void DocumentRows::add_signals(const Batch& batch, RowIndex row,
                               std::vector<FieldValue>& values) const {
  for (const SignalColumn& column : signals_) {
    values.push_back(number_or_nothing(column.at(batch, row)));
  }
}

void DocumentRows::add_cuts(RowIndex row, CutPieces& cuts, std::vector<FieldValue>& values) const {
  if (plan_.output.cuts) values.push_back(text_or_nothing(cuts.of(plan_, row)));
}

}  // namespace tamis::output
