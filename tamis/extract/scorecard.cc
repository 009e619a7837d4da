#include "tamis/extract/scorecard.h"

namespace tamis::extract {
namespace {

constexpr std::size_t kNearColumn = kNumBlockFeatures;
constexpr std::size_t kAnyColumn = kNearColumn + kNumClassMeanings;
constexpr std::size_t kTagColumn = kAnyColumn + kNumClassMeanings;
constexpr std::size_t kContextColumn = kTagColumn + kNumBlockTags;

// A block as one value a column.
class Row {
 public:
  Row(const BlockFeatures& features, const ContextFeatures* context)
      : features_(features), context_(context) {}

  int at(std::size_t column) const {
    if (column < kNearColumn) return features_.values[column];
    if (column < kAnyColumn) return bit_at(features_.meanings_near, column - kNearColumn);
    if (column < kTagColumn) return bit_at(features_.meanings_any, column - kAnyColumn);
    if (column < kContextColumn) return bit_at(features_.tags_any, column - kTagColumn);
    return context_ == nullptr ? 0 : (*context_)[column - kContextColumn];
  }

 private:
  static int bit_at(std::uint64_t bits, std::size_t index) {
    return static_cast<int>(bits >> index & 1);
  }

  const BlockFeatures& features_;
  const ContextFeatures* context_;
};

}  // namespace

std::int32_t add_points(const Scorecard& scorecard, const BlockFeatures& features,
                        const ContextFeatures* context) {
  const Row row(features, context);
  std::int32_t score = scorecard.base;
  const std::span<const Step> steps = scorecard.steps;
  for (std::size_t i = 0; i < steps.size();) {
    const std::int16_t column = steps[i].column;
    const int value = row.at(static_cast<std::size_t>(column));
    while (value > steps[i].at_most) ++i;
    score += steps[i].points;
    while (i < steps.size() && steps[i].column == column) ++i;
  }
  return score;
}

}  // namespace tamis::extract
