#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) { return static_cast<double>(passage.num_words()); }

constexpr Example kExamples[] = {
    {.text = "The mill has ground flour since 1870.\nHome\nNext page\nIt still does.",
     .left = "The mill has ground flour since 1870.\nIt still does."},
    {.text = "磨坊还在转。\n首页\n上页", .left = "磨坊还在转。"},
    {.text = "Two lines that say\nsomething at all",
     .left = "Two lines that say\nsomething at all"},
};

}  // namespace

extern constinit const RuleSpec line_word_count = rule({
    .name = "line_word_count",
    .version = 1,
    .level = Level::kParagraph,
    .summary = "Number of words of a line; a Chinese character is a word.",
    .why = "Buttons and entries of menus have one word or two; misleads on headings, names and "
           "dialogue. Split at white space, a Chinese line is one word.",
    .unit = "words",
    .scale = Scale::kCount,
    .keep = {.min = 3},
    .source = {.work = "Penedo et al. 2024 (FineWeb), datatrove",
               .url = "https://github.com/huggingface/datatrove",
               .where = "C4QualityFilter; C4 itself wants 5"},
    .words = text::WordKind::kLetters,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
