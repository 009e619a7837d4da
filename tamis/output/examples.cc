#include <fmt/format.h>

#include "tamis/output/report.h"
#include "tamis/text/utf8.h"

namespace tamis::output {
namespace {

bool is_text(Payload payload) { return payload == Payload::kHtml || payload == Payload::kText; }

DropExample example_of(const Batch& batch, RowIndex row, std::string_view text) {
  return {.id = std::string(batch.id[row]),
          .url = std::string(batch.url[row]),
          .text = std::string(text::prefix_within(text, Examples::kTextBytesMax))};
}

}  // namespace

void Examples::collect(const Batch& batch) {
  for (const Drop& drop : batch.dropped) {
    auto& examples = by_step_[drop.cause];
    if (examples.size() == kExamplesMax) continue;
    const bool shows_text = is_text(batch.payload[drop.row]);
    DropExample example =
        example_of(batch, drop.row, shows_text ? batch.text[drop.row] : std::string_view());
    example.value = drop.value;
    example.bound = drop.bound;
    examples.push_back(std::move(example));
  }
  for (const Cut& cut : batch.cuts) {
    auto& examples = by_step_[cut.cause];
    if (examples.size() == kExamplesMax) continue;
    DropExample example = example_of(batch, cut.row, cut.text);
    example.value = cut.value;
    example.bound = std::numeric_limits<double>::quiet_NaN();
    examples.push_back(std::move(example));
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
