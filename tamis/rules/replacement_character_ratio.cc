#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::CharacterCounts& characters = passage.characters();
  return ratio(characters.replacements, characters.num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "The caf\uFFFD was closed for the na\uFFFDve.", .kept = false},
    {.text = "他们\uFFFD\uFFFD走了。", .kept = false},
};

}  // namespace

extern constinit const RuleSpec replacement_character_ratio = rule({
    .name = "replacement_character_ratio",
    .version = 1,
    .summary = "Share of the text's code points that are U+FFFD, which stands for bytes that "
               "could not be read.",
    .why = "The page was read in a wrong encoding, or was damaged before; misleads on "
           "texts about encodings.",
    .unit = "share of code points",
    .keep = {.max = 0.01},
    .source = {.work = "Huang et al. 2024 (OpenCoder)",
               .url = "https://arxiv.org/abs/2411.04905",
               .where = "table of rules for all files"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
