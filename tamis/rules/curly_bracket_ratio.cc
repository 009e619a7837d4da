#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  return ratio(passage.counted_code_points().num_of("{}"), passage.num_code_points());
}

constexpr Example kExamples[] = {
    {.text = "In TeX the braces {} make a group, and what is set inside ends with it.",
     .kept = false},
    {.text = "The set {1, 2, 3} has three members; the empty set has none, and every set has the "
             "empty one among its subsets, as the reader will easily see.",
     .kept = true},
    {.text = "var a={};", .kept = false},
    {.text = "磨坊还在转。", .kept = true},
};

}  // namespace

extern constinit const RuleSpec curly_bracket_ratio = rule({
    .name = "curly_bracket_ratio",
    .version = 1,
    .summary = "Share of the text's code points that are curly brackets, opening or closing.",
    .why = "Scripts, styles and templates that were left in a page are full of them; misleads on "
           "formulas in TeX.",
    .unit = "share of code points",
    .keep = {.max = 0.025},
    .source = {.work = "Together 2023 (RedPajama-Data-v2)",
               .url = "https://github.com/togethercomputer/RedPajama-Data",
               .where = "signal rps_doc_curly_bracket; the bound is dingo's, which fails a text at "
                        "the bound itself, too"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
