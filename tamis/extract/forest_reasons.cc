#include "tamis/extract/forest_reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "tamis/extract/class_words.h"
#include "tamis/extract/html_tag.h"

namespace tamis::extract {
namespace {

// Leaves from `first` to `last`.
struct Leaves {
  std::size_t first = 0;
  std::size_t last = 0;
};

// Unused splits stand behind the others, and a tree has one leaf more than splits.
Leaves all_leaves(const Tree& tree) {
  const auto is_used = [](const Split& split) { return split.left != 0; };
  return {.last = static_cast<std::size_t>(std::ranges::count_if(tree.splits, is_used))};
}

double mean_points(const Tree& tree, Leaves leaves) {
  const auto* first = tree.points.begin() + leaves.first;
  const auto* end = tree.points.begin() + leaves.last + 1;
  return std::accumulate(first, end, 0.0) / static_cast<double>(end - first);
}

// The split that the way to these leaves comes to. Split k stands between leaves k and k + 1, and
// names the leaves on its left: of those that begin at our first, the outermost ends last.
std::size_t split_of(const Tree& tree, Leaves leaves) {
  const auto begins_here = [&](std::size_t split) {
    return static_cast<std::size_t>(std::countr_zero(tree.splits[split].left)) == leaves.first;
  };
  std::size_t split = leaves.last - 1;
  while (split > leaves.first && !begins_here(split)) --split;
  return split;
}

}  // namespace

std::vector<Reason> find_reasons(Forest forest, Columns columns, std::size_t row) {
  std::array<double, kNumColumns> moved = {};
  for (const Tree& tree : forest) {
    Leaves leaves = all_leaves(tree);
    for (double mean = mean_points(tree, leaves); leaves.first < leaves.last;) {
      const std::size_t index = split_of(tree, leaves);
      const Split& split = tree.splits[index];
      const auto column = static_cast<std::size_t>(split.column);
      if (columns[column][row] > split.at_most)
        leaves.first = index + 1;
      else
        leaves.last = index;
      const double left_mean = mean_points(tree, leaves);
      moved[column] += left_mean - mean;
      mean = left_mean;
    }
  }
  std::vector<Reason> reasons;
  for (std::size_t column = 0; column < kNumColumns; ++column) {
    const auto points = static_cast<std::int32_t>(std::lround(moved[column]));
    if (points != 0) reasons.push_back({column, points});
  }
  std::ranges::stable_sort(reasons, std::ranges::greater(),
                           [](const Reason& reason) { return std::abs(reason.points); });
  return reasons;
}

std::string describe(std::size_t column, std::int16_t value) {
  const auto number = [&](std::string_view name) { return fmt::format("{} = {}", name, value); };
  if (column < kNearColumn) return number(block_feature_name(static_cast<BlockFeature>(column)));
  if (column >= kContextColumn)
    return number(context_feature_name(static_cast<ContextFeature>(column - kContextColumn)));
  const std::string_view negation = value == 0 ? "not " : "";
  if (column >= kTagColumn)
    return fmt::format("{}in <{}>", negation, tag_name(block_tag(column - kTagColumn)));
  const bool is_near = column < kAnyColumn;
  const auto meaning = static_cast<ClassMeaning>(column - (is_near ? kNearColumn : kAnyColumn));
  return fmt::format("{}{} {}", negation, is_near ? "class" : "in", class_meaning_name(meaning));
}

}  // namespace tamis::extract
