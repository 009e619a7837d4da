#include <algorithm>
#include <limits>

#include "tamis/output/report.h"
#include "tamis/text/utf8.h"

namespace tamis::output {
namespace {

bool is_text(Payload payload) { return payload == Payload::kHtml || payload == Payload::kText; }

DropExample example_of(const Batch& batch, RowIndex row, std::string_view text, double value,
                       double bound) {
  return {.id = std::string(batch.id[row]),
          .url = std::string(batch.url[row]),
          .text = std::string(text::prefix_within(text, Examples::kTextBytesMax)),
          .value = value,
          .bound = bound};
}

DropExample example_of(const Batch& batch, const Drop& drop) {
  const bool shows_text = is_text(batch.payload[drop.row]);
  return example_of(batch, drop.row, shows_text ? batch.text[drop.row] : std::string_view(),
                    drop.value, drop.bound);
}

DropExample example_of(const Batch& batch, const Cut& cut) {
  return example_of(batch, cut.row, cut.text, cut.value, std::numeric_limits<double>::quiet_NaN());
}

}  // namespace

// By document, whatever the batches: a step can cut pieces out of one document and drop the next.
void Examples::collect(const Batch& batch) {
  struct Candidate {
    RowIndex row;
    CauseId cause;
    const Drop* drop;
    const Cut* cut;
  };
  std::vector<Candidate> candidates;
  const auto is_wanted = [&](CauseId cause) { return by_step_[cause].size() < kExamplesMax; };
  for (const Cut& cut : batch.cuts) {
    if (is_wanted(cut.cause)) candidates.push_back({cut.row, cut.cause, nullptr, &cut});
  }
  for (const Drop& drop : batch.dropped) {
    if (is_wanted(drop.cause)) candidates.push_back({drop.row, drop.cause, &drop, nullptr});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.row < b.row; });
  for (const auto& [row, cause, drop, cut] : candidates) {
    if (!is_wanted(cause)) continue;
    add(cause, drop != nullptr ? example_of(batch, *drop) : example_of(batch, *cut));
  }
}

void Examples::collect(const Examples& later) {
  for (CauseId cause = 0; cause < by_step_.size(); ++cause) {
    for (const DropExample& example : later.of(cause)) {
      if (by_step_[cause].size() < kExamplesMax) by_step_[cause].push_back(example);
    }
  }
}

}  // namespace tamis::output
