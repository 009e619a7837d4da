#include "tamis/pipeline/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tamis/pipeline/batch_worker.h"
#include "tamis/pipeline/shard_reader.h"
#include "tamis/rules/bounds_text.h"
#include "tamis/text/utf8.h"

namespace tamis::pipeline {
namespace {

constexpr std::size_t kShownBytesMax = 200;

std::string bounds_text(const rules::Bounds& keep) {
  return rules::bounds_text(keep, {.min = ">= ", .max = "<= ", .none = "any"},
                            [](double number) { return fmt::format("{}", number); });
}

// Pieces fail one by one, each by the bounds.
std::string number_text(const Step& step, double value) {
  if (!step.can_cut()) return fmt::format("{:.6g}", value);
  return fmt::format("{:.6g} {}", value, value == 1 ? "piece" : "pieces");
}

std::string kept_text(const Step& step) {
  return step.can_cut() ? "each " + bounds_text(step.keep) : bounds_text(step.keep);
}

// The same batch after both plans.
struct Pair {
  const Plan& acting_plan;
  const Plan& measuring_plan;
  const Batch& acting;
  const Batch& measuring;
};

const Drop* find_drop(const Batch& batch, RowIndex row) {
  const auto found = std::find_if(batch.dropped.begin(), batch.dropped.end(),
                                  [&](const Drop& drop) { return drop.row == row; });
  return found == batch.dropped.end() ? nullptr : &*found;
}

bool is_chosen(const Batch& batch, RowIndex row, const DocumentChoice& choice) {
  return (choice.id.empty() || batch.id[row] == choice.id) &&
         (choice.url.empty() || batch.url[row] == choice.url) &&
         (choice.offset < 0 || batch.offset[row] == choice.offset);
}

std::string head(const Pair& pair, RowIndex row) {
  const Batch& batch = pair.acting;
  std::string text = fmt::format("document  {}\n", batch.id[row]);
  if (!batch.url[row].empty()) text += fmt::format("url       {}\n", batch.url[row]);
  text += fmt::format("file      {} at {}\n", pair.acting_plan.files[batch.file[row]].path,
                      batch.offset[row]);
  if (!batch.title[row].empty()) text += fmt::format("title     {}\n", batch.title[row]);
  if (!batch.language[row].empty()) text += fmt::format("language  {}\n", batch.language[row]);
  const std::string_view metadata = text::prefix_within(batch.metadata[row], kShownBytesMax);
  if (!metadata.empty()) text += fmt::format("metadata  {}\n", metadata);
  const Drop* const drop = find_drop(batch, row);
  if (drop == nullptr)
    return text + fmt::format("verdict   kept, {} characters\n", batch.code_points[row]);
  const Step& step = pair.acting_plan.steps[drop->cause];
  text += fmt::format("verdict   dropped by {} in stage {}", step.name, step.stage);
  if (!std::isnan(drop->value))
    text += fmt::format(": {:.6g}, bound {:.6g}", drop->value, drop->bound);
  return text + "\n";
}

// `step`: of the plan that measures; `cause`: the same of the one that acts.
std::string verdict(const Pair& pair, RowIndex row, const Step& step, CauseId cause, double value) {
  const Drop* const drop = find_drop(pair.acting, row);
  if (drop != nullptr && drop->cause == cause) return "DROPS";
  if (!step.can_cut()) return step.keep.contains(value) ? "keeps" : "would drop";
  if (value == 0) return "keeps";
  const bool has_cut = std::ranges::any_of(
      pair.acting.cuts, [&](const Cut& cut) { return cut.row == row && cut.cause == cause; });
  return has_cut ? "cuts" : "would cut";
}

// The step of the other plan with the same names.
CauseId find_step(const Plan& plan, const Step& step) {
  const auto found = std::find_if(plan.steps.begin(), plan.steps.end(), [&](const Step& other) {
    return other.stage == step.stage && other.name == step.name;
  });
  return static_cast<CauseId>(found - plan.steps.begin());
}

std::string numbers(const Pair& pair, RowIndex row) {
  std::string text;
  for (const Step& step : pair.measuring_plan.steps) {
    if (step.rule == nullptr) continue;
    const CauseId acting_cause = find_step(pair.acting_plan, step);
    double value = pair.acting.signals.at(pair.acting_plan.steps[acting_cause].signal, row);
    if (std::isnan(value)) value = pair.measuring.signals.at(step.signal, row);
    if (std::isnan(value)) continue;
    text += fmt::format("  {:<14} {:<36} {:>12}  {:<16} {}\n", step.stage, step.name,
                        number_text(step, value), kept_text(step),
                        verdict(pair, row, step, acting_cause, value));
  }
  return text.empty() ? text
                      : fmt::format("\n  {:<14} {:<36} {:>12}  {:<16} {}\n", "stage", "rule",
                                    "number", "keeps", "verdict") +
                            text;
}

std::string cuts(const Pair& pair, RowIndex row) {
  std::string text;
  for (const Cut& cut : pair.acting.cuts) {
    if (cut.row != row) continue;
    const Step& step = pair.acting_plan.steps[cut.cause];
    const std::string_view shown = text::prefix_within(cut.text, kShownBytesMax);
    text += fmt::format("  - {} {} ({:.6g}): {}{}\n", step.stage, step.name, cut.value, shown,
                        shown.size() < cut.text.size() ? " ..." : "");
  }
  return text.empty() ? text : "\ncut out\n" + text;
}

// The documents of a batch that nobody has worked on, for another plan to work on.
void copy_documents(const Batch& from, Batch& to) {
  for (RowIndex row = 0; row < from.num_rows(); ++row) {
    to.current_file = from.file[row];
    to.append({.id = from.id[row],
               .url = from.url[row],
               .date = from.date[row],
               .title = from.title[row],
               .language = from.language[row],
               .charset = from.charset[row],
               .metadata = from.metadata[row],
               .text = from.text[row],
               .payload = from.payload[row],
               .offset = from.offset[row]});
  }
  to.dropped = from.dropped;
  to.remove_dropped();
}

}  // namespace

Result<void> explain(const Plan& acting, const Plan& measuring, const io::FileSystem& file_system,
                     const DocumentChoice& choice,
                     const std::function<void(const std::string&)>& show) {
  ShardReader inputs(acting, file_system, single_shard(acting).front());
  BatchWorker acting_worker(acting);
  BatchWorker measuring_worker(measuring);
  std::int64_t num_shown = 0;
  for (bool more = true; more && num_shown < choice.num_documents_max;) {
    TAMIS_TRY(acting_worker.read(inputs, {}));
    more = !acting_worker.stretch().is_last;
    const Batch& batch = acting_worker.batch();
    bool has_chosen = false;
    for (RowIndex row = 0; row < batch.num_rows(); ++row) {
      has_chosen = has_chosen || is_chosen(batch, row, choice);
    }
    if (!has_chosen) continue;
    measuring_worker.clear();
    copy_documents(batch, measuring_worker.batch());
    acting_worker.work();
    measuring_worker.work();
    const Pair pair = {acting, measuring, batch, measuring_worker.batch()};
    for (RowIndex row = 0; row < batch.num_rows() && num_shown < choice.num_documents_max; ++row) {
      if (!is_chosen(batch, row, choice)) continue;
      show(head(pair, row) + numbers(pair, row) + cuts(pair, row));
      ++num_shown;
    }
  }
  if (num_shown == 0)
    return fail(ErrorCode::kNotFound, "no document of the input has this id, url or offset");
  return {};
}

}  // namespace tamis::pipeline
