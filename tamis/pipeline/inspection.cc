#include "tamis/pipeline/inspection.h"

#include <fmt/format.h>

#include "tamis/pipeline/batch_worker.h"
#include "tamis/pipeline/input_files.h"
#include "tamis/pipeline/plan_builder.h"
#include "tamis/pipeline/shard_reader.h"
#include "tamis/readers/open_source.h"
#include "tamis/readers/parquet_module.h"
#include "tamis/text/utf8.h"

namespace tamis::pipeline {
namespace {

constexpr std::size_t kShownBytesMax = 200;

// A plan that reads and decodes only: pages stay HTML.
Result<Plan> reading_plan(const io::FileSystem& file_system, const std::string& path,
                          const std::string& format) {
  const PlanOverrides overrides = {.files = {path},
                                   .words = {{"read", "format", "--format", format}}};
  TAMIS_ASSIGN(Plan plan,
               build_plan(file_system, "tamis inspect", "read: {format: auto}", overrides));
  plan.stages.resize(1);
  return plan;
}

std::string one_line(std::string_view text) {
  std::string line(text::prefix_within(text, kShownBytesMax));
  for (char& c : line) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return line;
}

std::string describe(const Batch& batch, RowIndex row) {
  std::string text = fmt::format("\n  id        {}\n", batch.id[row]);
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) text += fmt::format("  {:<9} {}\n", name, value);
  };
  add("url", batch.url[row]);
  add("date", batch.date[row]);
  add("title", batch.title[row]);
  add("language", batch.language[row]);
  add("metadata", one_line(batch.metadata[row]));
  text +=
      fmt::format("  offset    {}\n  bytes     {}\n", batch.offset[row], batch.text[row].size());
  add(batch.payload[row] == Payload::kHtml ? "html" : "text", one_line(batch.text[row]));
  return text;
}

std::string counts(const Plan& plan, const Ledger& ledger) {
  const StageFlow flow = ledger.flow(0);
  std::string text =
      fmt::format("  {:>10}  documents, {} bytes\n", flow.in.documents, flow.in.bytes);
  text += fmt::format("  {:>10}  of them HTML or text in a known encoding, {} bytes of UTF-8\n",
                      flow.out.documents, flow.out.bytes);
  for (CauseId cause = 0; cause < kFirstStepCause; ++cause) {
    const Amount dropped = ledger.step(cause).dropped;
    if (dropped.documents == 0) continue;
    text += fmt::format("  {:>10}  {}: {}\n", dropped.documents, plan.steps[cause].name,
                        drop_reason_summary(static_cast<DropReason>(cause)));
  }
  for (const auto& [type, num_records] : ledger.other_records) {
    text += fmt::format("  {:>10}  records that are no documents: {}\n", num_records, type);
  }
  return text;
}

}  // namespace

Result<std::string> inspect(const io::FileSystem& file_system, const std::string& path,
                            const std::string& format, std::int64_t num_shown_max) {
  TAMIS_ASSIGN(const Plan plan, reading_plan(file_system, path, format));
  ShardReader inputs(plan, file_system, single_shard(plan).front());
  BatchWorker worker(plan);
  Ledger ledger(plan);
  std::string shown;
  std::int64_t num_shown = 0;
  for (bool more = true; more;) {
    TAMIS_TRY(worker.read(inputs, {}));
    more = !worker.stretch().is_last;
    worker.work();
    ledger.merge(worker.ledger());
    for (const RowIndex row : worker.batch().selected) {
      if (num_shown == num_shown_max) break;
      shown += describe(worker.batch(), row);
      ++num_shown;
    }
  }
  std::string text = fmt::format("{}\n{}", path, counts(plan, ledger));
  for (const InputFile& file : plan.files) {
    if (!is_parquet(plan, file)) continue;
    TAMIS_ASSIGN(const std::string description, readers::describe_parquet(file_system, file.path));
    text += description;
  }
  return text + shown;
}

}  // namespace tamis::pipeline
