#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::CharacterCounts& characters = passage.characters();
  return ratio(characters.digits, characters.num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "第3章讲了河边磨坊的历史，共有五节。", .kept = true},
    {.text = "Call 555-0137, 555-0142 or 555-0199 today", .kept = false},
    {.text = "编号１２３４５，价格９８元", .kept = false},
};

}  // namespace

extern constinit const RuleSpec digit_ratio = rule({
    .name = "digit_ratio",
    .version = 1,
    .summary = "Share of the text's code points that are decimal digits, of any script.",
    .why = "Price lists, tables and logs are made of numbers; misleads on statistics and "
           "on texts of mathematics.",
    .unit = "share of code points",
    .keep = {.max = 0.15},
    .source = {.work = "NVIDIA 2024 (NeMo Curator)",
               .url = "https://github.com/NVIDIA-NeMo/Curator",
               .where = "NumbersFilter; digits are Unicode's Nd, so that full-width ones count"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
