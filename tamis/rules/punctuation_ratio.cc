#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::CharacterCounts& characters = passage.characters();
  return ratio(characters.punctuation, characters.num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "home news sport weather contact", .kept = false},
    {.text = "首页 新闻 体育 天气 联系我们", .kept = false},
};

}  // namespace

extern constinit const RuleSpec punctuation_ratio = rule({
    .name = "punctuation_ratio",
    .version = 1,
    .summary = "Share of the text's code points that are punctuation marks, full-width ones "
               "among them.",
    .why = "Sentences have marks and menus have none; the published bound asks for a "
           "single one, and misleads on verse in the old style.",
    .unit = "share of code points",
    .keep = {.min = 0.0001},
    .source = {.work = "Zhang et al. 2024 (MAP-NEO)",
               .url = "https://arxiv.org/abs/2405.19327",
               .where =
                   "Matrix, Chinese pipeline, rule on punctuation: at least one mark in a text of "
                   "at most 10,000 characters; by Unicode's P*, where MAP-NEO counts ASCII marks "
                   "of text folded to ASCII"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
