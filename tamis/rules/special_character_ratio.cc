#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::CharacterCounts& characters = passage.characters();
  return ratio(characters.special, characters.num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "Watermills throughout Northumberland still grind wheat for neighbouring bakeries.",
     .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "1. 2. 3. * * * a b c", .kept = false},
    {.text = "【包邮】★★★ 99元！！！", .kept = false},
};

}  // namespace

extern constinit const RuleSpec special_character_ratio = rule({
    .name = "special_character_ratio",
    .version = 1,
    .summary = "Share of the text's code points that are white space, digits, marks, emoji "
               "or other symbols of a fixed list.",
    .why = "Lists of goods and ornaments are full of them. English has a space in six "
           "characters, so that the bound leaves less to its marks than to those of "
           "Chinese.",
    .unit = "share of code points",
    .keep = {.max = 0.25},
    .source = {.work = "Chen et al. 2024 (Data-Juicer)",
               .url = "https://arxiv.org/abs/2309.02033",
               .where = "special_characters_filter; the set is that of text/special_characters.h"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
