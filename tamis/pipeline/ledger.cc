#include "tamis/pipeline/ledger.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "tamis/text/utf8.h"

namespace tamis::pipeline {
namespace {

// The names that inputs give: tags of languages, types of records.
constexpr std::size_t kNamesMax = 1000;
constexpr std::size_t kNameBytesMax = 64;
constexpr std::string_view kOtherNames = "other";

LanguageBooks& operator+=(LanguageBooks& sum, const LanguageBooks& other) {
  sum.read += other.read;
  sum.kept += other.kept;
  return sum;
}

bool is_shorter(std::string_view name, std::string_view other) {
  return name.size() != other.size() ? name.size() < other.size() : name < other;
}

// Books all but the shortest names under "other". What has kNamesMax shorter names in a part of
// the books has them in the whole too, so the same ones stay in whatever order parts are added.
template <typename Count>
void bound_names(std::map<std::string, Count>& counts) {
  std::vector<std::string_view> names;
  for (const auto& [name, count] : counts) {
    if (name != kOtherNames) names.push_back(name);
  }
  const std::size_t num_short = std::min(kNamesMax, names.size());
  std::ranges::nth_element(names, names.begin() + static_cast<std::ptrdiff_t>(num_short),
                           is_shorter);
  for (std::size_t index = 0; index < names.size(); ++index) {
    if (index < num_short && names[index].size() <= kNameBytesMax) continue;
    const auto node = counts.extract(std::string(names[index]));
    counts[std::string(kOtherNames)] += node.mapped();
  }
}

StepBooks& operator+=(StepBooks& sum, const StepBooks& other) {
  sum.dropped += other.dropped;
  sum.cut += other.cut;
  sum.edited += other.edited;
  return sum;
}

std::string_view tag_of(const Batch& batch, RowIndex row) {
  const std::string_view tag = batch.language[row];
  return tag == kUntagged ? std::string_view() : tag;
}

}  // namespace

CutAmount& CutAmount::operator+=(const CutAmount& other) {
  documents += other.documents;
  pieces += other.pieces;
  bytes += other.bytes;
  code_points += other.code_points;
  return *this;
}

Ledger::Ledger(const Plan& plan) : plan_(&plan), num_sources_(plan.sources.size()) { clear(); }

void Ledger::clear() {
  flows_.assign(num_sources_ * plan_->stages.size(), {});
  steps_.assign(num_sources_ * plan_->steps.size(), {});
  histograms_.assign(plan_->steps.size(), {});
  languages_.clear();
  other_records.clear();
}

std::size_t Ledger::source_of(const Batch& batch, RowIndex row) const {
  return plan_->files[batch.file[row]].source;
}

StepBooks& Ledger::step_of(const Batch& batch, RowIndex row, CauseId cause) {
  return steps_[source_of(batch, row) * plan_->steps.size() + cause];
}

void Ledger::begin_batch(const Batch& batch) {
  num_dropped_ = num_cuts_ = num_edits_ = 0;
  for (RowIndex row = 0; row < batch.num_rows(); ++row) {
    flows_[source_of(batch, row) * plan_->stages.size()].in += batch.amount(row);
  }
}

void Ledger::enter_stage(std::size_t stage, const Batch& batch) {
  num_dropped_ = batch.dropped.size();
  num_cuts_ = batch.cuts.size();
  num_edits_ = batch.edits.size();
  for (const RowIndex row : batch.selected) {
    flows_[source_of(batch, row) * plan_->stages.size() + stage].in += batch.amount(row);
  }
}

void Ledger::leave_stage(std::size_t stage, const Batch& batch) {
  for (std::size_t index = num_dropped_; index < batch.dropped.size(); ++index) {
    const Drop& drop = batch.dropped[index];
    step_of(batch, drop.row, drop.cause).dropped += batch.amount(drop.row);
  }
  for (std::size_t index = num_cuts_; index < batch.cuts.size(); ++index) {
    const Cut& cut = batch.cuts[index];
    bool is_first = true;  // of this cause in this document
    for (std::size_t before = index; is_first && before > num_cuts_; --before) {
      if (batch.cuts[before - 1].row != cut.row) break;
      is_first = batch.cuts[before - 1].cause != cut.cause;
    }
    step_of(batch, cut.row, cut.cause).cut +=
        {.documents = is_first ? 1 : 0,
         .pieces = 1,
         .bytes = static_cast<std::int64_t>(cut.text.size()),
         .code_points = static_cast<std::int64_t>(text::count_code_points(cut.text))};
  }
  for (std::size_t index = num_edits_; index < batch.edits.size(); ++index) {
    const EditSize& edit = batch.edits[index];
    StepBooks& books = step_of(batch, edit.row, edit.cause);
    if (plan_->steps[edit.cause].can_edit()) {
      books.edited += {.documents = 1, .bytes = edit.bytes, .code_points = edit.code_points};
    } else {
      books.cut += {.bytes = edit.bytes, .code_points = edit.code_points};
    }
  }
  for (const RowIndex row : batch.selected) {
    flows_[source_of(batch, row) * plan_->stages.size() + stage].out += batch.amount(row);
  }
}

void Ledger::finish_batch(const Batch& batch) {
  book_values(batch);
  // What was dropped before it was text has no tag but the one that the page claims.
  std::vector<bool> is_text(batch.num_rows(), true);
  for (const Drop& drop : batch.dropped) is_text[drop.row] = drop.cause >= kFirstStepCause;
  for (RowIndex row = 0; row < batch.num_rows(); ++row) {
    if (is_text[row]) ++language(tag_of(batch, row)).read;
  }
  for (const RowIndex row : batch.selected) {
    language(tag_of(batch, row)).kept += batch.amount(row);
  }
  bound_names(languages_);
}

void Ledger::book_values(const Batch& batch) {
  for (CauseId cause = kFirstStepCause; cause < plan_->steps.size(); ++cause) {
    const Step& step = plan_->steps[cause];
    if (step.rule == nullptr || step.rule->level != rules::Level::kDocument) continue;
    for (RowIndex row = 0; row < batch.num_rows(); ++row) {
      const double value = batch.signals.at(step.signal, row);
      if (!std::isnan(value)) histograms_[cause].add(value, step.rule->scale);
    }
  }
  for (CauseId cause = 0; cause < batch.unit_histograms.num_causes(); ++cause) {
    histograms_[cause] += batch.unit_histograms[cause];
  }
}

template <typename Books, typename Visit>
void Ledger::visit_numbers(Books& books, const Visit& visit) {
  const auto visit_all = [&](auto&... numbers) { (visit(numbers), ...); };
  const auto visit_amount = [&](auto& amount) {
    visit_all(amount.documents, amount.bytes, amount.code_points);
  };
  const auto visit_cut = [&](auto& cut) {
    visit_all(cut.documents, cut.pieces, cut.bytes, cut.code_points);
  };
  for (auto& flow : books.flows_) {
    visit_amount(flow.in);
    visit_amount(flow.out);
  }
  for (auto& step : books.steps_) {
    visit_amount(step.dropped);
    visit_cut(step.cut);
    visit_cut(step.edited);
  }
  for (auto& histogram : books.histograms_) {
    for (auto& count : histogram.counts()) visit(count);
  }
}

std::vector<std::int64_t> Ledger::numbers() const {
  std::vector<std::int64_t> numbers;
  visit_numbers(*this, [&](const std::int64_t& number) { numbers.push_back(number); });
  return numbers;
}

std::vector<std::int64_t*> Ledger::mutable_numbers() {
  std::vector<std::int64_t*> numbers;
  visit_numbers(*this, [&](std::int64_t& number) { numbers.push_back(&number); });
  return numbers;
}

void Ledger::merge(const Ledger& other) {
  for (std::size_t index = 0; index < flows_.size(); ++index) {
    flows_[index].in += other.flows_[index].in;
    flows_[index].out += other.flows_[index].out;
  }
  for (std::size_t index = 0; index < steps_.size(); ++index) steps_[index] += other.steps_[index];
  for (std::size_t index = 0; index < histograms_.size(); ++index) {
    histograms_[index] += other.histograms_[index];
  }
  for (const auto& [tag, books] : other.languages_) languages_[tag] += books;
  for (const auto& [type, num_records] : other.other_records) other_records[type] += num_records;
  bound_names(languages_);
  bound_names(other_records);
}

const StageFlow& Ledger::flow(std::size_t source, std::size_t stage) const {
  return flows_[source * plan_->stages.size() + stage];
}

const StepBooks& Ledger::step(std::size_t source, CauseId cause) const {
  return steps_[source * plan_->steps.size() + cause];
}

StageFlow Ledger::flow(std::size_t stage) const {
  StageFlow sum;
  for (std::size_t source = 0; source < num_sources_; ++source) {
    sum.in += flow(source, stage).in;
    sum.out += flow(source, stage).out;
  }
  return sum;
}

StepBooks Ledger::step(CauseId cause) const {
  StepBooks sum;
  for (std::size_t source = 0; source < num_sources_; ++source) sum += step(source, cause);
  return sum;
}

CutAmount Ledger::converted(std::size_t stage) const {
  const StageFlow total = flow(stage);
  CutAmount rest = {.documents = total.out.documents,
                    .bytes = total.in.bytes - total.out.bytes,
                    .code_points = total.in.code_points - total.out.code_points};
  for (CauseId cause = 0; cause < kFirstStepCause; ++cause) {
    if (plan_->steps[cause].stage != plan_->stages[stage].name) continue;
    const Amount dropped = step(cause).dropped;
    rest += {.bytes = -dropped.bytes, .code_points = -dropped.code_points};
  }
  return rest;
}

Amount Ledger::read() const { return flow(0).in; }

Amount Ledger::kept() const {
  Amount sum;
  for (const auto& [tag, books] : languages_) sum += books.kept;
  return sum;
}

}  // namespace tamis::pipeline
