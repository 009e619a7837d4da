#include "tamis/pipeline/batch_worker.h"

#include <malloc.h>

#include <algorithm>
#include <iterator>

#include "tamis/pipeline/memory_budget.h"

namespace tamis::pipeline {
namespace {

bool is_set(const std::atomic<bool>* flag) { return flag != nullptr && *flag; }

bool is_seen(const PlanStage& stage, std::string_view language, std::uint32_t source) {
  if (stage.conditions.empty()) return true;
  const bool any =
      std::any_of(stage.conditions.begin(), stage.conditions.end(),
                  [&](const Condition& condition) { return condition.holds(language, source); });
  return any != stage.is_otherwise;
}

}  // namespace

BatchWorker::BatchWorker(const Plan& plan)
    : plan_(plan), ledger_(plan), profile_(plan.stages.size()) {
  batch_.signals.resize(static_cast<SignalIndex>(plan.signals.size()));
  for (const PlanStage& stage : plan.stages) {
    auto& scratches = scratches_.emplace_back();
    for (const auto& part : stage.parts) scratches.push_back(part->make_scratch());
  }
}

void BatchWorker::clear() {
  batch_.clear();
  ledger_.clear();
}

Result<void> BatchWorker::read(ShardReader& reader, const BatchSize& size) {
  const std::int64_t clock_start = clock_ns(), cpu_start = thread_cpu_ns();
  clear();
  TAMIS_ASSIGN(stretch_, reader.read(batch_, size));
  ledger_.other_records = stretch_.other_records;
  profile_.reading += {.cpu_ns = thread_cpu_ns() - cpu_start,
                       .documents = batch_.num_rows(),
                       .bytes = stretch_.num_bytes};
  profile_.reading_clock_ns += clock_ns() - clock_start;
  return {};
}

bool BatchWorker::work(std::mutex* turn_for_large_text, const std::atomic<bool>* is_stopped) {
  ledger_.begin_batch(batch_);
  batch_.remove_dropped();
  std::unique_lock<std::mutex> turn;
  for (std::size_t stage = 0; stage < plan_.stages.size(); ++stage) {
    if (turn_for_large_text != nullptr && !turn.owns_lock() && has_large_text()) {
      turn = std::unique_lock(*turn_for_large_text);
    }
    run_stage(stage, is_stopped);
    if (is_set(is_stopped)) return false;
  }
  ledger_.finish_batch(batch_);
  // The allocator keeps tens of megabytes for each thread: they are others' when the turn is.
  if (turn.owns_lock()) malloc_trim(0);
  return true;
}

bool BatchWorker::has_large_text() const {
  return std::ranges::any_of(batch_.selected, [&](RowIndex row) {
    return batch_.payload[row] == Payload::kText &&
           static_cast<std::int64_t>(batch_.text[row].size()) > large_text_bytes(plan_);
  });
}

void BatchWorker::run_stage(std::size_t stage_index, const std::atomic<bool>* is_stopped) {
  const PlanStage& stage = plan_.stages[stage_index];
  select_rows(stage);
  const Amount amount = batch_.selected_amount();
  const std::int64_t cpu_start = thread_cpu_ns();
  if (stage_index > 0) ledger_.enter_stage(stage_index, batch_);
  for (std::size_t part = 0; part < stage.parts.size(); ++part) {
    run_part(*stage.parts[part], scratches_[stage_index][part].get(), is_stopped);
  }
  ledger_.leave_stage(stage_index, batch_);
  profile_.stages[stage_index] +=
      {.cpu_ns = thread_cpu_ns() - cpu_start, .documents = amount.documents, .bytes = amount.bytes};
  if (passing_by_.empty()) return;
  std::vector<RowIndex> merged;
  std::merge(batch_.selected.begin(), batch_.selected.end(), passing_by_.begin(), passing_by_.end(),
             std::back_inserter(merged));
  batch_.selected.swap(merged);
}

// A part of the rows after the other, so that nobody waits long for a run that is stopped.
void BatchWorker::run_part(const Stage& part, Scratch* scratch,
                           const std::atomic<bool>* is_stopped) {
  constexpr std::size_t kTurns = 16;
  rows_.swap(batch_.selected);
  kept_rows_.clear();
  const std::size_t num_rows = rows_.size() / kTurns + 1;
  for (std::size_t begin = 0; begin < rows_.size() && !is_set(is_stopped); begin += num_rows) {
    const auto first = rows_.begin() + static_cast<std::ptrdiff_t>(begin);
    batch_.selected.assign(
        first, first + static_cast<std::ptrdiff_t>(std::min(num_rows, rows_.size() - begin)));
    part.process(batch_, scratch);
    kept_rows_.insert(kept_rows_.end(), batch_.selected.begin(), batch_.selected.end());
  }
  batch_.selected.swap(kept_rows_);
}

void BatchWorker::select_rows(const PlanStage& stage) {
  passing_by_.clear();
  std::erase_if(batch_.selected, [&](RowIndex row) {
    if (is_seen(stage, batch_.language[row], plan_.files[batch_.file[row]].source)) return false;
    passing_by_.push_back(row);
    return true;
  });
}

}  // namespace tamis::pipeline
