#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::CharacterCounts& characters = passage.characters();
  return ratio(characters.upper_case, characters.num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "BUY NOW WHILE STOCKS LAST", .kept = false},
    {.text = "限时 SALE OFF", .kept = false},
};

}  // namespace

extern constinit const RuleSpec upper_case_ratio = rule({
    .name = "upper_case_ratio",
    .version = 1,
    .summary = "Share of the text's code points that are upper-case letters.",
    .why = "Shouting is advertisement; misleads on old legal texts and lists of codes.",
    .unit = "share of code points",
    .keep = {.max = 0.5},
    .source = {.work = "Penedo et al. 2023 (RefinedWeb)",
               .url = "https://arxiv.org/abs/2306.01116",
               .where = "appendix G.2, of lines; here of the whole text, as of str.isupper()"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
