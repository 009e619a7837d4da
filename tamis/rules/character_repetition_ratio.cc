#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/rules/window_size.h"

namespace tamis::rules {
namespace {

struct Params {
  std::int64_t num_characters = 10;
};

constexpr ParamSpec kParams[] = {
    param<&Params::num_characters>("num_characters", "Characters of an n-gram."),
};

// The root of the number of different n-grams bounds how many of them count, so that common
// endings of a long text do not add up.
double measure(const Passage& passage, const WindowSize& window) {
  const text::WindowRepetition& windows = passage.windows(window.num_characters);
  const std::span<const std::uint32_t> repeated = windows.repeated_counts();
  const auto root =
      static_cast<std::size_t>(std::sqrt(static_cast<double>(windows.num_distinct())));
  std::vector<std::uint32_t> top(std::min(root, repeated.size()));
  std::ranges::partial_sort_copy(repeated, top, std::ranges::greater());
  return ratio(std::accumulate(top.begin(), top.end(), std::int64_t{0}), windows.num_windows());
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "hahahahahahahahahahahahahahahahahaha", .kept = false},
    {.text = "哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈", .kept = false},
};

}  // namespace

extern constinit const RuleSpec character_repetition_ratio = rule({
    .name = "character_repetition_ratio",
    .version = 1,
    .summary = "Share of the n-grams of characters that are one of the most frequent repeated "
               "ones; of d different n-grams, at most the root of d count.",
    .why = "Templates and generated pages repeat themselves; needs no words, so that "
           "Chinese is measured as English is. "
           "Alone it runs below 400 MB/s: each window is hashed, once for all sizes.",
    .unit = "share of n-grams",
    .keep = {.max = 0.5},
    .source = {.work = "Chen et al. 2024 (Data-Juicer)",
               .url = "https://arxiv.org/abs/2309.02033",
               .where = "character_repetition_filter"},
    .counts_windows = true,
    .params = kParams,
    .examples = kExamples,
    .measure = with_model<Params, WindowSize, measure>,
});

}  // namespace tamis::rules
