#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::CharacterCounts& characters = passage.characters();
  return ratio(characters.letters + characters.numbers, characters.num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "<<< ... >>> ||| --- *** a", .kept = false},
    {.text = "……！！！？？？～～～ 好", .kept = false},
};

}  // namespace

extern constinit const RuleSpec alphanumeric_ratio = rule({
    .name = "alphanumeric_ratio",
    .version = 1,
    .summary = "Share of the text's code points that are letters or numbers, Chinese "
               "characters among them.",
    .why = "What is mostly marks and spaces is a table or an ornament; a low bound, which "
           "nearly all text passes.",
    .unit = "share of code points",
    .keep = {.min = 0.25},
    .source = {.work = "Chen et al. 2024 (Data-Juicer)",
               .url = "https://arxiv.org/abs/2309.02033",
               .where = "alphanumeric_filter, as of str.isalnum()"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
