#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::CharacterCounts& characters = passage.characters();
  return ratio(characters.letters, characters.num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "1 | 2 | 3 | 4 | 5 | next >>", .kept = false},
    {.text = "——★☆ 12:30 ☆★——", .kept = false},
};

}  // namespace

extern constinit const RuleSpec letter_ratio = rule({
    .name = "letter_ratio",
    .version = 1,
    .summary = "Share of the text's code points that are letters, Chinese characters among "
               "them.",
    .why = "Text is written in letters: what has few is a table, a drawing or a dump; "
           "misleads on formulas.",
    .unit = "share of code points",
    .keep = {.min = 0.5},
    .source = {.work = "Huang et al. 2024 (OpenCoder)",
               .url = "https://arxiv.org/abs/2411.04905",
               .where =
                   "table of rules for text files; letters are Unicode's L*, as of str.isalpha()"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
