#include "tamis/rules/rule.h"
#include "tamis/text/byte_count.h"

namespace tamis::rules {
namespace {

// 0 without words, where datatrove divides by zero.
double measure(const Passage& passage) {
  return ratio(text::count_byte(passage.text(), '\n'), passage.num_words());
}

constexpr Example kExamples[] = {
    {.text = "Mills of the North\nThe mill has ground flour since 1870.\nIt still does.",
     .kept = true},
    {.text = "Home\nNews\nContact us\nImprint", .kept = false},
    {.text = "北方的磨坊\n磨坊一八七〇年就有了。", .kept = true},
    {.text = "甲\n乙\n丙\n丁\n", .kept = false},
};

}  // namespace

extern constinit const RuleSpec new_line_to_word_ratio = rule({
    .name = "new_line_to_word_ratio",
    .version = 1,
    .summary = "Number of line breaks, those of blank lines too, over the number of words.",
    .why = "Lists of single words are not text; misleads on tables and on texts with many blank "
           "lines.",
    .unit = "line breaks to a word",
    .scale = Scale::kRatio,
    .keep = {.max = 0.3},
    .source = {.work = "Penedo et al. 2024 (FineWeb), datatrove",
               .url = "https://github.com/huggingface/datatrove",
               .where = "FineWebQualityFilter, new_line_ratio, over tokens: split_words says so"},
    .words = text::WordKind::kLetters,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
