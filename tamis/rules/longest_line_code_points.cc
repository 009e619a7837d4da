#include <algorithm>

#include "tamis/rules/rule.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  // A line of more code points has more bytes, so that few lines need to be counted.
  std::size_t longest = 0;
  for (const std::string_view line : passage.lines()) {
    if (line.size() > longest) longest = std::max(longest, text::count_code_points(line));
  }
  return static_cast<double>(longest);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "首页\n河边的磨坊至今仍在转动。", .kept = true},
    {.text = "Home\nNews\nSport\nWeather", .kept = false},
    {.text = "首页\n新闻\n体育", .kept = false},
};

}  // namespace

extern constinit const RuleSpec longest_line_code_points = rule({
    .name = "longest_line_code_points",
    .version = 1,
    .summary = "Number of code points of the longest line.",
    .why = "A page without a single long line is a menu; of programs it is the upper bound "
           "that counts, which finds data and what machines wrote.",
    .unit = "code points",
    .scale = Scale::kCount,
    .keep = {.min = 10},
    .source = {.work = "Chen et al. 2024 (Data-Juicer)",
               .url = "https://arxiv.org/abs/2309.02033",
               .where = "maximum_line_length_filter, over text.splitlines()"},
    .lines = text::LineKind::kPython,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
