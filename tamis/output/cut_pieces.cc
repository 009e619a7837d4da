#include "tamis/output/cut_pieces.h"

#include <algorithm>
#include <utility>

#include "tamis/catalog/json_output.h"

namespace tamis::output {
namespace {

RowIndex row_of(const Cut* cut) { return cut->row; }

}  // namespace

void CutPieces::collect(const Batch& batch) {
  cuts_.clear();
  for (const Cut& cut : batch.cuts) cuts_.push_back(&cut);
  std::ranges::stable_sort(cuts_, {}, row_of);  // each stage adds its own, in the order of rows
}

std::string_view CutPieces::of(const pipeline::Plan& plan, RowIndex row) {
  const auto cuts = std::ranges::equal_range(cuts_, row, {}, row_of);
  if (cuts.empty()) return {};
  JsonOutput json;
  json.begin_list();
  for (const Cut* cut : cuts) {
    const pipeline::Step& step = plan.steps[cut->cause];
    json.begin_object().member("stage", step.stage).member("rule", step.name);
    json.member("value", cut->value).member("text", cut->text).end_object();
  }
  json.end_list();
  json_ = std::move(json).take();
  return json_;
}

}  // namespace tamis::output
