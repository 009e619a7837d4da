#include "tamis/rules/rule.h"
#include "tamis/text/lines.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const std::string_view text = text::trim(passage.text());
  return text.ends_with(":") || text.ends_with("：") ? 1 : 0;
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870: it still does.", .kept = true},
    {.text = "磨坊的规矩只有一条：先来的先磨。", .kept = true},
    {.text = "The opening hours of the mill are as follows:\n", .kept = false},
    {.text = "磨坊的开放时间如下：", .kept = false},
};

}  // namespace

extern constinit const RuleSpec final_colon_count = rule({
    .name = "final_colon_count",
    .version = 1,
    .summary = "1 if the text ends with a colon, half or full width, white space behind it aside; "
               "else 0.",
    .why = "What the colon announces, a list or a table, was lost when the text was taken out of "
           "its page.",
    .unit = "colons",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "OpenDataLab 2024 (dingo)",
               .url = "https://github.com/MigoXLab/dingo",
               .where = "RuleColonEnd; the full-width colon is ours"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
