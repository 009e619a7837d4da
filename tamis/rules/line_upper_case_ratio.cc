#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::CharacterCounts& characters = passage.characters();
  return ratio(characters.upper_case, characters.num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "The mill still turns.\nNEWSLETTER SIGN UP", .left = "The mill still turns."},
    {.text = "磨坊仍在转动。\nTOP NEWS", .left = "磨坊仍在转动。"},
    {.text = "NATO met in London.", .left = "NATO met in London."},
};

}  // namespace

extern constinit const RuleSpec line_upper_case_ratio = rule({
    .name = "line_upper_case_ratio",
    .version = 1,
    .level = Level::kParagraph,
    .summary = "Share of a line's code points that are upper-case letters.",
    .why = "Buttons and headings of menus shout; misleads on headings of old texts and on "
           "acronyms that stand alone.",
    .unit = "share of code points",
    .keep = {.max = 0.5},
    .source = {.work = "Penedo et al. 2023 (RefinedWeb)",
               .url = "https://arxiv.org/abs/2306.01116",
               .where = "appendix G.2, line-wise corrections; the bound is DCLM's"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
