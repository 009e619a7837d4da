#include "tamis/extract/score_reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "tamis/extract/forest_reasons.h"

namespace tamis::extract {
namespace {

constexpr std::size_t kNumReasons = 3;
constexpr std::size_t kNumReasonsInside = 2;

constexpr auto kOwnScore = static_cast<std::size_t>(ContextFeature::kOwnScore);

std::string text_of(Forest forest, Columns columns, std::size_t num_reasons) {
  std::string text;
  const std::vector<Reason> reasons = find_reasons(forest, columns, 0);
  for (const Reason& reason : std::span(reasons).first(std::min(num_reasons, reasons.size()))) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{:+.2f} ", reason.points / 100.0);
    if (reason.column == kContextColumn + kOwnScore)
      text += fmt::format("first look ({})", text_of(first_forest(), columns, kNumReasonsInside));
    else
      text += describe(reason.column, columns[reason.column][0]);
  }
  return text;
}

}  // namespace

std::string reasons_text(const Decision& decision, std::size_t index) {
  const ContextFeatures& context = decision.context[index];
  BlockTable table;
  table.set_row(0, decision.features[index], &context);
  const Forest forest = context[kOwnScore] > kClearScore ? second_forest() : first_forest();
  return text_of(forest, table.columns(), kNumReasons);
}

}  // namespace tamis::extract
