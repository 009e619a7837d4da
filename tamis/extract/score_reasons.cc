#include "tamis/extract/score_reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "tamis/extract/forest_reasons.h"

namespace tamis::extract {
namespace {

constexpr std::size_t kNumReasons = 3;
constexpr std::size_t kNumReasonsOfFirst = 2;

constexpr auto kOwnScore = static_cast<std::size_t>(ContextFeature::kOwnScore);

std::string text_of(Forest forest, Columns columns, std::size_t num_reasons) {
  std::string text;
  const std::vector<Reason> reasons = find_reasons(forest, columns, 0);
  for (const Reason& reason : std::span(reasons).first(std::min(num_reasons, reasons.size()))) {
    text += fmt::format("{}{:+.2f} {}", text.empty() ? "" : ", ", reason.points / 100.0,
                        describe(reason.column, columns[reason.column][0]));
  }
  return text;
}

}  // namespace

std::string reasons_text(const Decision& decision, std::size_t index) {
  const ContextFeatures& context = decision.context[index];
  BlockTable table;
  table.set_row(0, decision.features[index], &context);
  const Columns columns = table.columns();
  const std::string first_look =
      "first look: " + text_of(first_forest(), columns, kNumReasonsOfFirst);
  if (context[kOwnScore] <= kClearScore) return first_look;
  return text_of(second_forest(), columns, kNumReasons) + "; " + first_look;
}

}  // namespace tamis::extract
