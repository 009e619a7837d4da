#include <string>
#include <vector>

#include "tamis/rules/phrases.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

struct Params {
  std::vector<std::string> phrases = {"lorem ipsum"};
};

constexpr ParamSpec kParams[] = {
    param<&Params::phrases>("phrases", "What counts, also inside words; case does not count."),
};

double measure(const Passage& passage, const Phrases<text::Borders::kNone>& phrases) {
  return static_cast<double>(passage.count_matches(phrases.matcher));
}

constexpr Example kExamples[] = {
    {.text = "The mill has ground flour since 1870.", .kept = true},
    {.text = "About us\nLorem ipsum dolor sit amet.", .kept = false},
    {.text = "关于我们\nLorem ipsum dolor sit amet。", .kept = false},
};

}  // namespace

extern constinit const RuleSpec lorem_ipsum_count = rule({
    .name = "lorem_ipsum_count",
    .version = 1,
    .summary = "How often the text says \"lorem ipsum\", in any case.",
    .why = "Designers fill empty pages with this text; drops pages about typesetting too.",
    .unit = "occurrences",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://arxiv.org/abs/1910.10683",
               .where = "section 2.2"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_matcher<Params, Phrases<text::Borders::kNone>, measure>,
});

}  // namespace tamis::rules
