#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::WordCounts& words = passage.word_counts();
  return ratio(words.upper_case, words.all.num_words);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "FREE SHIPPING on ALL orders", .kept = false},
    {.text = "NEW！ SALE！ 限时", .kept = false},
};

}  // namespace

extern constinit const RuleSpec upper_case_word_ratio = rule({
    .name = "upper_case_word_ratio",
    .version = 1,
    .summary = "Share of the words that have letters in upper case and none in lower case.",
    .why = "Shouting is advertisement; misleads on old legal texts and lists of codes. "
           "Alone it may run below 400 MB/s: each word is hashed, once for all rules on words.",
    .unit = "share of words",
    .keep = {.max = 0.2},
    .source =
        {.work = "Together 2023 (RedPajama-Data-v2)",
         .url = "https://github.com/togethercomputer/RedPajama-Data",
         .where =
             "signal rps_doc_frac_all_caps_words, as of str.isupper(); its raw words (split_words: "
             "word_punct) have runs of marks among them; the bound is dingo's, which fails a text "
             "at the bound itself, too"},
    .words = text::WordKind::kLetters,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
