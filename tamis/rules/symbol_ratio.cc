#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::CharacterCounts& characters = passage.characters();
  return ratio(characters.symbols, characters.num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "★★★ 5 > 4 | $9 | 😀😀", .kept = false},
    {.text = "☆推荐☆ →点这里←", .kept = false},
};

}  // namespace

extern constinit const RuleSpec symbol_ratio = rule({
    .name = "symbol_ratio",
    .version = 1,
    .summary = "Share of the text's code points that are symbols: of money, mathematics, "
               "drawing, emoji.",
    .why = "Ornaments, emoji and leftovers of tables are no prose; misleads on texts of "
           "mathematics.",
    .unit = "share of code points",
    .keep = {.max = 0.1},
    .source = {.work = "OpenDataLab 2024 (dingo)",
               .url = "https://github.com/MigoXLab/dingo",
               .where =
                   "RuleSpecialCharacter, which lists some of them; the whole category S*, and the "
                   "bound, are ours"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
