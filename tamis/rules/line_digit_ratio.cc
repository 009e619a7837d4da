#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::CharacterCounts& characters = passage.characters();
  return ratio(characters.digits, characters.num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "The mill still turns.\n2024", .left = "The mill still turns."},
    {.text = "磨坊仍在转动。\n１２３", .left = "磨坊仍在转动。"},
    {.text = "In 1870", .left = "In 1870"},
};

}  // namespace

extern constinit const RuleSpec line_digit_ratio = rule({
    .name = "line_digit_ratio",
    .version = 1,
    .level = Level::kParagraph,
    .summary = "Share of a line's code points that are decimal digits.",
    .why = "A line of nothing but digits is a page number or a counter.",
    .unit = "share of code points",
    .keep = {.max = 0.999999},
    .source = {.work = "Penedo et al. 2023 (RefinedWeb)",
               .url = "https://arxiv.org/abs/2306.01116",
               .where = "appendix G.2, line-wise corrections; the bound is DCLM's, whose "
                        "isdigit() takes raised and circled digits, too"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
