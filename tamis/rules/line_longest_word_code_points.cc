#include "tamis/rules/counted_words.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  return static_cast<double>(code_points_of_longest(passage.words()));
}

// An image as pages embed them: 1,010 letters without a space, and a line before it.
constexpr std::string_view kLineAndImage =
    "The mill has ground flour since 1870.\n"
    "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefgh"
    "ijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdef"
    "ghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd"
    "efghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijab"
    "cdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij"
    "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefgh"
    "ijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdef"
    "ghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd"
    "efghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijab"
    "cdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij"
    "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefgh"
    "ijabcdefghijabcdefghijabcdefghijabcdefghij";

constexpr Example kExamples[] = {
    {.text = kLineAndImage, .left = "The mill has ground flour since 1870."},
    {.text = "Donaudampfschifffahrtsgesellschaft", .left = "Donaudampfschifffahrtsgesellschaft"},
    {.text = "磨坊一八七〇年就有了，现在还在转。", .left = "磨坊一八七〇年就有了，现在还在转。"},
};

}  // namespace

extern constinit const RuleSpec line_longest_word_code_points = rule({
    .name = "line_longest_word_code_points",
    .version = 1,
    .level = Level::kParagraph,
    .summary = "Code points of the longest word of a line; a Chinese character is a word.",
    .why = "Nobody writes words of a thousand letters: they are keys, encoded images and broken "
           "tables. Split at white space, a long Chinese paragraph is such a word.",
    .unit = "code points",
    .scale = Scale::kCount,
    .keep = {.max = 1000},
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://github.com/tensorflow/datasets/blob/master/tensorflow_datasets/text/"
                      "c4_utils.py",
               .where = "is_word_too_long"},
    .words = text::WordKind::kLetters,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
