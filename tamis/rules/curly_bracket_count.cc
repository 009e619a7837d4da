#include "tamis/rules/rule.h"
#include "tamis/text/byte_count.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  return static_cast<double>(text::count_byte(passage.text(), '{'));
}

constexpr Example kExamples[] = {
    {.text = "The mill has ground flour since 1870.", .kept = true},
    {.text = "body { margin: 0 }\nThe mill has ground flour since 1870.", .kept = false},
    {.text = "磨坊还在转。function() { return 1; }", .kept = false},
};

}  // namespace

extern constinit const RuleSpec curly_bracket_count = rule({
    .name = "curly_bracket_count",
    .version = 1,
    .summary = "Number of opening curly brackets.",
    .why = "They stand in scripts, styles and templates that were left in a page, and in no "
           "language; drops whole pages about programming and TeX, where a ratio is milder.",
    .unit = "brackets",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://arxiv.org/abs/1910.10683",
               .where = "section 2.2"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
