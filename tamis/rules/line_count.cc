#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) { return static_cast<double>(passage.lines().size()); }

constexpr Example kExamples[] = {
    {.text = "The mill has ground flour since 1870.\n\nIt still does.", .kept = true},
    {.text = "磨坊还在转。", .kept = true},
    {.text = " \n\t\n", .kept = false},
};

}  // namespace

extern constinit const RuleSpec line_count = rule({
    .name = "line_count",
    .version = 1,
    .summary = "Number of lines, by default of those that hold more than white space.",
    .why =
        "A bound for pages cut into very many lines, as tables and logs are, or, with a minimum, "
        "for pages of a heading alone; a good text may be one line.",
    .unit = "lines",
    .scale = Scale::kCount,
    .keep = {.min = 1},
    .source = {.work = "Soldaini et al. 2024 (Dolma)",
               .url = "https://github.com/allenai/dolma",
               .where = "taggers/c4.py, line_count, with `split_lines: each`"},
    .lines = text::LineKind::kNonBlank,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
