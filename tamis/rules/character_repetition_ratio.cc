#include <algorithm>
#include <array>
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

// The sum of the `num_summed` largest counts, or of all if these are fewer. Most are small, and
// counted by value; the few others are sorted.
std::int64_t sum_of_largest(std::span<const std::uint32_t> counts, std::size_t num_summed) {
  constexpr std::uint32_t kNumSmall = 64;
  std::array<std::size_t, kNumSmall> num_of = {};
  std::vector<std::uint32_t> large;
  for (const std::uint32_t count : counts) {
    if (count < kNumSmall) {
      ++num_of[count];
    } else {
      large.push_back(count);
    }
  }
  std::ranges::sort(large, std::ranges::greater());
  large.resize(std::min(large.size(), num_summed));
  std::int64_t sum = std::accumulate(large.begin(), large.end(), std::int64_t{0});
  std::size_t num_to_come = num_summed - large.size();
  for (std::uint32_t count = kNumSmall - 1; count > 0; --count) {
    const std::size_t num_taken = std::min(num_to_come, num_of[count]);
    sum += static_cast<std::int64_t>(num_taken * count);
    num_to_come -= num_taken;
  }
  return sum;
}

// The root of the number of different n-grams bounds how many of them count, so that common
// endings of a long text do not add up.
double measure(const Passage& passage, const WindowSize& window) {
  const text::WindowRepetition& windows = passage.windows(window.num_characters);
  const std::span<const std::uint32_t> repeated = windows.repeated_counts();
  const auto root =
      static_cast<std::size_t>(std::sqrt(static_cast<double>(windows.num_distinct())));
  return ratio(sum_of_largest(repeated, root), windows.num_windows());
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
           "Alone it may run below 400 MB/s: each window is hashed, once for all sizes.",
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
