#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  return ratio(passage.num_code_points(), static_cast<std::int64_t>(passage.lines().size()));
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊至今仍在转动。\n它磨的面粉远近闻名。", .kept = true},
    {.text = "Home\nNews\nSport\nWeather", .kept = false},
    {.text = "首页\n新闻\n体育", .kept = false},
};

}  // namespace

extern constinit const RuleSpec mean_line_code_points = rule({
    .name = "mean_line_code_points",
    .version = 1,
    .summary = "Number of code points of the text, line ends among them, over the number of "
               "lines.",
    .why = "Menus and lists have short lines; misleads on verse and dialogue. Where the "
           "published rule would divide by no lines, the mean is 0.",
    .unit = "code points",
    .scale = Scale::kCount,
    .keep = {.min = 10},
    .source = {.work = "Chen et al. 2024 (Data-Juicer)",
               .url = "https://arxiv.org/abs/2309.02033",
               .where =
                   "average_line_length_filter: len(text) over len(text.splitlines()); the same "
                   "bound is EvalWeb's"},
    .lines = text::LineKind::kPython,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
