#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::CharacterCounts& counts = passage.characters();
  return static_cast<double>(counts.num_code_points - counts.punctuation - counts.symbols -
                             counts.white_space);
}

constexpr Example kExamples[] = {
    {.text = "The mill has ground flour since 1870.\n* * *\n🙂🙂 !!!\nIt still does.",
     .left = "The mill has ground flour since 1870.\nIt still does."},
    {.text = "磨坊还在转。\n——————\n★★★★☆", .left = "磨坊还在转。"},
    {.text = "1\n2", .left = "1\n2"},
};

}  // namespace

extern constinit const RuleSpec line_text_code_points = rule({
    .name = "line_text_code_points",
    .version = 1,
    .level = Level::kParagraph,
    .summary = "Number of code points of a line that are no punctuation, symbols or white space.",
    .why = "Lines of stars, dashes and emoji separate what pages show; in a text they stand for "
           "nothing. Misleads on lines of a formula.",
    .unit = "code points",
    .scale = Scale::kCount,
    .keep = {.min = 1},
    .source = {.work = "Soldaini et al. 2024 (Dolma)",
               .url = "https://github.com/allenai/dolma",
               .where = "taggers/punctuation.py, not_alphanum_paragraph_v1"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
