#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) { return passage.code_point_frequencies().entropy; }

constexpr Example kExamples[] = {
    {.text = "The mill by the river, which has ground flour since 1870, \"still does\": go & look! "
             "(Question: why? Because John Quick, the owner, fixed it.)",
     .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "ha ha ha ha ha ha ha ha ha ha", .kept = false},
    {.text = "哈哈哈哈哈哈哈哈哈哈哈哈", .kept = false},
};

}  // namespace

extern constinit const RuleSpec character_entropy = rule({
    .name = "character_entropy",
    .version = 1,
    .summary = "Shannon's entropy of the text's characters, in nats, to eight decimals.",
    .why = "A few characters over and over are no text. The bound is for Chinese, which "
           "uses thousands of them: English of 26 letters comes to 2.9 to 3.2, so give it "
           "one of its own.",
    .unit = "nats",
    .scale = Scale::kCount,
    .keep = {.min = 3},
    .source = {.work = "Zhang et al. 2024 (MAP-NEO)",
               .url = "https://arxiv.org/abs/2405.19327",
               .where =
                   "Matrix, Chinese pipeline, rule on entropy; the bound is also OpenCoder's for "
                   "Chinese text"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
