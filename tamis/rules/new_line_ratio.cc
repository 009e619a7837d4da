#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  return ratio(passage.counted_code_points().num_of("\n"), passage.characters().num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊\n至今仍在转动。", .kept = true},
    {.text = "a\nb\nc\nd\n", .kept = false},
    {.text = "首\n页\n新\n闻\n", .kept = false},
};

}  // namespace

extern constinit const RuleSpec new_line_ratio = rule({
    .name = "new_line_ratio",
    .version = 1,
    .summary = "Share of the text's code points that are line feeds.",
    .why = "Columns of letters and menus have a line feed every few characters; misleads "
           "on vertical verse.",
    .unit = "share of code points",
    .keep = {.max = 0.25},
    .source = {.work = "OpenDataLab 2024 (dingo)",
               .url = "https://github.com/MigoXLab/dingo",
               .where = "RuleLineEndWithCarriage: its share of line feeds"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
