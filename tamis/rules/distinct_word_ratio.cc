#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::Frequencies& frequencies = passage.word_frequencies();
  return ratio(frequencies.num_distinct, frequencies.num_occurrences);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "buy buy buy buy buy buy buy buy buy buy buy", .kept = false},
    {.text = "买买买买买买买买买买买", .kept = false},
};

}  // namespace

extern constinit const RuleSpec distinct_word_ratio = rule({
    .name = "distinct_word_ratio",
    .version = 1,
    .summary = "Number of different words over the number of words.",
    .why = "Pages that repeat their catchwords use few. The share falls as a text grows, "
           "the more so where a Chinese character is a word: books come below any bound "
           "for pages. "
           "Alone it may run below 400 MB/s: each word is hashed, once for all rules on words.",
    .unit = "share of words",
    .keep = {.min = 0.1},
    .source = {.work = "Together 2023 (RedPajama-Data-v2)",
               .url = "https://github.com/togethercomputer/RedPajama-Data",
               .where =
                   "signal rps_doc_frac_unique_words, which has the words normalized; the bound is "
                   "dingo's, which fails a text at the bound itself, too"},
    .words = text::WordKind::kLetters,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
