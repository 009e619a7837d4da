#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) { return passage.word_frequencies().entropy; }

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since the year 1870, when John Quick bought "
             "an old "
             "barn, two wheels of stone and forty acres of wheat from his aunt.",
     .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动，磨出来雪白细腻香甜可口远近闻名。",
     .kept = true},
    {.text = "click here click here click here click here", .kept = false},
    {.text = "点击这里 点击这里 点击这里", .kept = false},
};

}  // namespace

extern constinit const RuleSpec unigram_entropy = rule({
    .name = "unigram_entropy",
    .version = 1,
    .summary = "Shannon's entropy of the text's words, in nats, to eight decimals.",
    .why = "Lists of the same few words are no prose. It grows with the text: fewer than "
           "twenty words cannot reach the bound. "
           "Alone it may run below 400 MB/s: each word is hashed, once for all rules on words.",
    .unit = "nats",
    .scale = Scale::kCount,
    .keep = {.min = 3},
    .source = {.work = "Together 2023 (RedPajama-Data-v2)",
               .url = "https://github.com/togethercomputer/RedPajama-Data",
               .where =
                   "signal rps_doc_unigram_entropy, which has the words normalized; the bound is "
                   "OpenCoder's, who count words otherwise"},
    .words = text::WordKind::kLetters,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
