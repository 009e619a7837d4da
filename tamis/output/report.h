// What a run has to say for itself, in three forms made from the same books.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/pipeline/ledger.h"
#include "tamis/pipeline/plan.h"

namespace tamis::output {

// A document that a step dropped, or a piece that it cut.
struct DropExample {
  std::string id;
  std::string url;
  std::string text;  // the beginning of what was dropped; of undecoded payloads empty
  double value = 0;  // not-a-number where a reader's reason has none
  double bound = 0;
};

// The first few drops of every step, in the order of the input.
class Examples {
 public:
  static constexpr std::size_t kExamplesMax = 5;     // a step
  static constexpr std::size_t kTextBytesMax = 300;  // an example

  explicit Examples(std::size_t num_steps) : by_step_(num_steps) {}

  // Takes what is still missing from the next batch of the input.
  void collect(const Batch& batch);

  // Takes what is still missing from those of a later stretch of the input.
  void collect(const Examples& later);

  void add(CauseId cause, DropExample example) { by_step_[cause].push_back(std::move(example)); }

  const std::vector<DropExample>& of(CauseId cause) const { return by_step_[cause]; }
  std::size_t num_causes() const { return by_step_.size(); }

 private:
  std::vector<std::vector<DropExample>> by_step_;
};

// Whether a report has a line for what `step` dropped: of transforms, which seldom drop, it has
// those that did.
inline bool lists_drops(const pipeline::Step& step, const pipeline::StepBooks& books) {
  return !step.can_edit() || books.dropped.documents > 0;
}

// For machines: docs/formats/report_json.md describes every key.
std::string report_json(const pipeline::Plan& plan, const pipeline::Ledger& ledger,
                        const Examples& examples);

// For people: one page without scripts or outside files.
std::string report_html(const pipeline::Plan& plan, const pipeline::Ledger& ledger,
                        const Examples& examples);

// For terminals: the funnel, a line a stage and step.
std::string report_text(const pipeline::Plan& plan, const pipeline::Ledger& ledger);

}  // namespace tamis::output
