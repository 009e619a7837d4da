#include "tamis/output/output_folder.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <cmath>
#include <utility>

#include "tamis/base/check.h"
#include "tamis/base/version.h"
#include "tamis/catalog/json_output.h"

namespace tamis::output {
namespace {

using writers::Field;
using writers::FieldType;
using writers::FieldValue;

constexpr std::string_view kManifest = "manifest.json";

// "text" of a kept document, or what a rejected one had when it was dropped.
std::vector<Field> document_fields() {
  return {
      {"id", FieldType::kText},     {"url", FieldType::kText},  {"title", FieldType::kText},
      {"text", FieldType::kText},   {"date", FieldType::kText}, {"language", FieldType::kText},
      {"source", FieldType::kText}, {"file", FieldType::kText}, {"offset", FieldType::kInteger}};
}

std::vector<Field> rejected_fields() {
  std::vector<Field> fields = document_fields();
  for (const std::string_view name : {"stage", "rule"}) {
    fields.push_back({std::string(name), FieldType::kText});
  }
  for (const std::string_view name : {"value", "bound"}) {
    fields.push_back({std::string(name), FieldType::kNumber});
  }
  return fields;
}

FieldValue number_or_nothing(double number) {
  return std::isfinite(number) ? FieldValue(number) : FieldValue();
}

FieldValue text_or_nothing(std::string_view text) {
  return text.empty() ? FieldValue() : FieldValue(text);
}

void append_document(const pipeline::Plan& plan, const Batch& batch, RowIndex row, bool has_text,
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
  values.emplace_back(std::string_view(file.path));
  values.emplace_back(batch.offset[row]);
}

std::string hash_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace

Result<std::unique_ptr<OutputFolder>> OutputFolder::open(const pipeline::Plan& plan,
                                                         io::FileSystem& file_system,
                                                         const std::string& path, bool overwrites) {
  auto folder = std::make_unique<OutputFolder>(plan, file_system, path);
  if (const auto entries = file_system.entries(path); entries && !entries->empty()) {
    if (!overwrites)
      return fail(ErrorCode::kAlreadyExists,
                  fmt::format("{}: the folder is not empty: choose another --output, or give "
                              "--overwrite to replace the run in it",
                              path));
    TAMIS_TRY(folder->remove_old_run());
  }
  TAMIS_TRY(file_system.make_folders(path + "/documents"));
  TAMIS_TRY(file_system.make_folders(path + "/rejected"));
  return folder;
}

OutputFolder::OutputFolder(const pipeline::Plan& plan, io::FileSystem& file_system,
                           std::string path)
    : plan_(plan),
      file_system_(file_system),
      path_(std::move(path)),
      format_(writers::find_writer(plan.output.format)),
      kept_fields_(document_fields()),
      rejected_fields_(rejected_fields()),
      examples_(plan.steps.size()) {
  TAMIS_CHECK(format_ != nullptr);
  if (plan_.output.signals == "all") signals_ = signal_columns(plan_);
  for (const SignalColumn& column : signals_) {
    kept_fields_.push_back({column.name, FieldType::kNumber});
  }
}

// Only what runs write, and the manifest first: a folder without it is no complete run.
Result<void> OutputFolder::remove_old_run() {
  for (const std::string_view name :
       {kManifest, std::string_view("report.json"), std::string_view("report.html")}) {
    const std::string file = fmt::format("{}/{}", path_, name);
    if (file_system_.status(file)) TAMIS_TRY(file_system_.remove_file(file));
  }
  for (const std::string_view name : {"documents", "rejected"}) {
    const std::string folder = fmt::format("{}/{}", path_, name);
    const auto entries = file_system_.entries(folder);
    if (!entries) continue;
    for (const auto& entry : *entries) {
      if (!entry.is_folder) TAMIS_TRY(file_system_.remove_file(folder + "/" + entry.name));
    }
  }
  return {};
}

Result<void> OutputFolder::open_part() {
  const writers::WriterOptions options = {.zstd_level = plan_.output.zstd_level};
  const std::string name = fmt::format("{:05}{}", kept_parts_.size(), format_->ending);
  kept_parts_.push_back({.path = "documents/" + name});
  rejected_parts_.push_back({.path = "rejected/" + name});
  TAMIS_ASSIGN(kept_, format_->open(file_system_, path_ + "/" + kept_parts_.back().path,
                                    kept_fields_, options));
  TAMIS_ASSIGN(rejected_, format_->open(file_system_, path_ + "/" + rejected_parts_.back().path,
                                        rejected_fields_, options));
  part_bytes_read_ = 0;
  return {};
}

Result<void> OutputFolder::close_part() {
  TAMIS_TRY(std::exchange(kept_, nullptr)->commit());
  return std::exchange(rejected_, nullptr)->commit();
}

Result<void> OutputFolder::write(const Batch& batch) {
  examples_.collect(batch);
  std::vector<const Drop*> drop_of(batch.num_rows());
  for (const Drop& drop : batch.dropped) drop_of[drop.row] = &drop;
  for (RowIndex row = 0; row < batch.num_rows(); ++row) {
    if (kept_ == nullptr) TAMIS_TRY(open_part());
    if (drop_of[row] == nullptr) {
      TAMIS_TRY(write_kept(batch, row));
    } else {
      TAMIS_TRY(write_rejected(batch, *drop_of[row]));
    }
    part_bytes_read_ += batch.payload_bytes[row];
    if (part_bytes_read_ >= plan_.output.part_bytes) TAMIS_TRY(close_part());
  }
  return {};
}

Result<void> OutputFolder::write_kept(const Batch& batch, RowIndex row) {
  append_document(plan_, batch, row, true, row_);
  for (const SignalColumn& column : signals_) {
    row_.push_back(number_or_nothing(column.at(batch, row)));
  }
  ++kept_parts_.back().documents;
  return kept_->write(row_);
}

Result<void> OutputFolder::write_rejected(const Batch& batch, const Drop& drop) {
  const Payload payload = batch.payload[drop.row];
  // HTML is dropped by readers and the extractor, and can be read again from the input.
  const bool has_text = plan_.output.rejected_text && payload == Payload::kText;
  append_document(plan_, batch, drop.row, has_text, row_);
  const pipeline::Step& step = plan_.steps[drop.cause];
  row_.emplace_back(std::string_view(step.stage));
  row_.emplace_back(std::string_view(step.name));
  row_.push_back(number_or_nothing(drop.value));
  row_.push_back(number_or_nothing(drop.bound));
  ++rejected_parts_.back().documents;
  return rejected_->write(row_);
}

Result<void> OutputFolder::finish() {
  // Even a run over nothing has its two files, so that whoever reads them finds them.
  if (kept_parts_.empty()) TAMIS_TRY(open_part());
  return kept_ == nullptr ? Result<void>() : close_part();
}

Result<void> OutputFolder::write_file(const std::string& name, std::string_view content) {
  TAMIS_ASSIGN(const auto file, file_system_.create(path_ + "/" + name));
  TAMIS_TRY(file->write(content));
  return file->commit();
}

Result<void> OutputFolder::write_reports(const pipeline::Ledger& ledger) {
  TAMIS_TRY(write_file("report.json", report_json(plan_, ledger, examples_)));
  TAMIS_TRY(write_file("report.html", report_html(plan_, ledger, examples_)));
  return write_file(std::string(kManifest), manifest(ledger));
}

std::string OutputFolder::manifest(const pipeline::Ledger& ledger) const {
  JsonOutput json(true);
  json.begin_object().member("format", "tamis-manifest").member("version", std::int64_t{1});
  json.member("tamis", kVersion).member("recipe", plan_.recipe_path);
  json.member("recipe_xxh3_128", hash_of(plan_.recipe_text));
  json.key("set").begin_list();
  for (const std::string& value : plan_.overrides) json.value(value);
  json.end_list().key("parts").begin_object();
  for (const auto& [name, version] : plan_.part_versions) {
    json.member(name, static_cast<std::int64_t>(version));
  }
  json.end_object().key("inputs").begin_list();
  for (const pipeline::InputFile& file : plan_.files) {
    json.begin_object()
        .member("path", file.path)
        .member("source", plan_.sources[file.source].name)
        .member("bytes", file.num_bytes)
        .end_object();
  }
  json.end_list().key("outputs").begin_list();
  for (const auto* parts : {&kept_parts_, &rejected_parts_}) {
    for (const OutputPart& part : *parts) {
      json.begin_object()
          .member("path", part.path)
          .member("documents", part.documents)
          .end_object();
    }
  }
  json.end_list();
  json.member("documents_read", ledger.read().documents);
  json.member("documents_kept", ledger.kept().documents);
  json.end_object();
  return std::move(json).take() + "\n";
}

std::vector<std::string> OutputFolder::files_of_interest() const {
  return {path_ + "/documents/", path_ + "/rejected/", path_ + "/report.html",
          path_ + "/report.json", path_ + "/manifest.json"};
}

}  // namespace tamis::output
