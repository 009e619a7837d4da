#include "tamis/extract/scorecard.h"

#include <algorithm>
#include <bit>

namespace tamis::extract {
namespace {

constexpr std::size_t kNearColumn = kNumBlockFeatures;
constexpr std::size_t kAnyColumn = kNearColumn + kNumClassMeanings;
constexpr std::size_t kTagColumn = kAnyColumn + kNumClassMeanings;
constexpr std::int16_t kHighestBound = 32767;
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

// What one column adds for a value.
std::int32_t points_at(std::span<const Step> steps, int value) {
  const auto holds = [value](const Step& step) { return value <= step.at_most; };
  return std::ranges::find_if(steps, holds)->points;
}

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

ScoreTable::ScoreTable(const Scorecard& scorecard) : base_(scorecard.base) {
  const std::span<const Step> steps = scorecard.steps;
  for (std::size_t begin = 0, end = 0; begin < steps.size(); begin = end) {
    while (end < steps.size() && steps[end].column == steps[begin].column) ++end;
    add_column(steps.subspan(begin, end - begin));
  }
}

void ScoreTable::add_column(std::span<const Step> steps) {
  const auto column = static_cast<std::size_t>(steps.front().column);
  if (column >= kNearColumn && column < kContextColumn) return add_bit(column, steps);
  const bool is_context = column >= kContextColumn;
  std::vector<Cuts>& cuts = is_context ? context_cuts_ : block_cuts_;
  const std::size_t index = is_context ? column - kContextColumn : column;
  base_ += steps.front().points;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    const std::size_t lane = i % kNumLanes;
    if (lane == 0) cuts.push_back({.index = index, .bounds = Lanes{} + kHighestBound});
    cuts.back().bounds[lane] = steps[i].at_most;
    cuts.back().points[lane] = static_cast<std::int16_t>(steps[i + 1].points - steps[i].points);
  }
}

void ScoreTable::add_bit(std::size_t column, std::span<const Step> steps) {
  const std::size_t field = column >= kTagColumn ? 2 : column >= kAnyColumn ? 1 : 0;
  const std::size_t bit = column - std::array{kNearColumn, kAnyColumn, kTagColumn}[field];
  bits_[field].used |= std::uint64_t{1} << bit;
  bits_[field].points[bit] = points_at(steps, 1) - points_at(steps, 0);
  base_ += points_at(steps, 0);
}

// Lanes do not overflow: no column's points reach a thousand, and there are thirty.
template <typename Values>
std::int32_t ScoreTable::add_cuts(std::span<const Cuts> cuts, const Values& values) {
  Lanes sums = {};
  for (const Cuts& some : cuts) {
    const Lanes value = Lanes{} + values[some.index];
    sums += (value > some.bounds) & some.points;
  }
  std::int32_t sum = 0;
  for (std::size_t lane = 0; lane < kNumLanes; ++lane) sum += sums[lane];
  return sum;
}

std::int32_t ScoreTable::score(const BlockFeatures& features,
                               const ContextFeatures* context) const {
  std::int32_t score = base_ + add_cuts(block_cuts_, features.values);
  score += add_cuts(context_cuts_, context == nullptr ? ContextFeatures{} : *context);
  const std::uint64_t fields[] = {features.meanings_near, features.meanings_any, features.tags_any};
  for (std::size_t i = 0; i < bits_.size(); ++i) {
    for (std::uint64_t set = fields[i] & bits_[i].used; set != 0; set &= set - 1) {
      score += bits_[i].points[static_cast<std::size_t>(std::countr_zero(set))];
    }
  }
  return score;
}

}  // namespace tamis::extract
