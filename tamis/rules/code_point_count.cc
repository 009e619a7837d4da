#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) { return static_cast<double>(passage.num_code_points()); }

constexpr Example kExamples[] = {
    {.text = "Ten or more.", .kept = true},
    {.text = "磨坊至今仍在河边转动。", .kept = true},
    {.text = "Not found", .kept = false},
    {.text = "此页不存在。", .kept = false},
};

}  // namespace

extern constinit const RuleSpec code_point_count = rule({
    .name = "code_point_count",
    .version = 1,
    .summary = "Number of code points of the text.",
    .why = "What is left of an empty page is a few characters; 50 and 10,000 (MAP-NEO), or "
           "200 (EvalWeb), are bounds of Chinese systems.",
    .unit = "code points",
    .scale = Scale::kCount,
    .keep = {.min = 10},
    .source = {.work = "Chen et al. 2024 (Data-Juicer)",
               .url = "https://arxiv.org/abs/2309.02033",
               .where = "text_length_filter"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
