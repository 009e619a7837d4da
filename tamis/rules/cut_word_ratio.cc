#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const auto num_left = passage.num_words();
  return ratio(passage.num_words_cut(), passage.num_words_cut() + num_left);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊至今仍在转动。", .kept = true},
    {.text = "What is left of a menu.", .kept = false, .num_words_cut = 1},
};

}  // namespace

extern constinit const RuleSpec cut_word_ratio = rule({
    .name = "cut_word_ratio",
    .version = 1,
    .summary = "Share of the document's words that earlier steps cut out of it, in words "
               "between white space.",
    .why = "A page of which much had to be cut was no text in the first place; a Chinese "
           "line is one word here, long or short.",
    .unit = "share of words",
    .keep = {.max = 0.05},
    .source = {.work = "Penedo et al. 2023 (RefinedWeb)",
               .url = "https://arxiv.org/abs/2306.01116",
               .where =
                   "appendix G.2, line-wise corrections; as of DCLM, which takes the words before "
                   "them for the whole"},
    .words = text::WordKind::kWhiteSpace,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
