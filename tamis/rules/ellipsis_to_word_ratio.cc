#include "tamis/rules/ellipses.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

struct Params {
  bool joins_ellipses = true;
};

constexpr ParamSpec kParams[] = {
    param<&Params::joins_ellipses>("joins_ellipses", kJoinsEllipsesSummary),
};

double measure(const Passage& passage, const Params& params) {
  return ratio(count_ellipses(passage.text(), params.joins_ellipses), passage.num_words());
}

constexpr Example kExamples[] = {
    {.text = "He thought for a while ... and then he told the story once more from its start.",
     .kept = true},
    {.text = "他想了很久……终于开口说话，大家都安静地听着他讲完了这个故事。", .kept = true},
    {.text = "Ten tips... The mayor... More...", .kept = false},
    {.text = "专家称…… 更多…… 本市……", .kept = false},
};

}  // namespace

extern constinit const RuleSpec ellipsis_to_word_ratio = rule({
    .name = "ellipsis_to_word_ratio",
    .version = 1,
    .summary = "Number of ellipses, three points or one sign, over the number of words.",
    .why = "Teasers break off, and lists of them are no prose; misleads on dialogue that trails "
           "off.",
    .unit = "ellipses per word",
    .scale = Scale::kRatio,
    .keep = {.max = 0.1},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1; ellipses apart from hash signs, as in datatrove; a Chinese "
                        "ellipsis of two code points counts once"},
    .words = text::WordKind::kLetters,
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
