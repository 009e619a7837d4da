#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::Frequencies& frequencies = passage.code_point_frequencies();
  return ratio(frequencies.num_distinct, frequencies.num_occurrences);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "ha ha ha ha ha ha ha ha ha ha ha ha", .kept = false},
    {.text = "哈哈哈哈哈哈哈哈哈哈哈哈", .kept = false},
};

}  // namespace

extern constinit const RuleSpec distinct_character_ratio = rule({
    .name = "distinct_character_ratio",
    .version = 1,
    .summary = "Number of different characters over the number of characters.",
    .why = "Lines of one character are ornaments. The share falls as a text grows, and "
           "English has no more than a hundred characters: the bound is for Chinese pages "
           "of some thousand characters.",
    .unit = "share of code points",
    .keep = {.min = 0.1},
    .source = {.work = "Zhang et al. 2024 (MAP-NEO)",
               .url = "https://arxiv.org/abs/2405.19327",
               .where =
                   "Matrix, Chinese pipeline, rule on unique characters; a share of exactly 0.1 "
                   "stays here and goes there"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
