#include <algorithm>
#include <string>
#include <vector>

#include "tamis/base/ascii.h"
#include "tamis/rules/rule.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {
namespace {

struct Params {
  std::string counts = "occurrences";
};

constexpr std::string_view kChoices[] = {"occurrences", "words"};

constexpr ParamSpec kParams[] = {
    param<&Params::counts>(
        "counts", "Occurrences, also inside words, as C4; or words that are equal to it, as Dolma.",
        kChoices),
};

constexpr std::string_view kWord = "javascript";

struct Javascript {
  bool counts_words = false;
  text::WordMatcher matcher;

  static Result<Javascript> make(const Params& params) {
    TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(std::vector{std::string(kWord)},
                                                                    {}, text::Borders::kNone));
    return Javascript{params.counts == "words", std::move(matcher)};
  }
};

double measure(const Passage& passage, const Javascript& javascript) {
  const std::int64_t num_found = passage.count_matches(javascript.matcher);
  if (num_found == 0 || !javascript.counts_words) return static_cast<double>(num_found);
  const auto is_javascript = [](std::string_view word) {
    return equals_ignoring_case(word, kWord);
  };
  return static_cast<double>(std::ranges::count_if(passage.words(), is_javascript));
}

constexpr Example kExamples[] = {
    {.text = "The mill has ground flour since 1870.\nPlease enable JavaScript to see this page.",
     .left = "The mill has ground flour since 1870."},
    {.text = "磨坊还在转。\n您的浏览器不支持Javascript，请开启后刷新。", .left = "磨坊还在转。"},
    {.text = "The Java script of the Old Kawi inscriptions.",
     .left = "The Java script of the Old Kawi inscriptions."},
};

}  // namespace

extern constinit const RuleSpec javascript_count = rule({
    .name = "javascript_count",
    .version = 1,
    .level = Level::kParagraph,
    .summary = "How often a line says \"javascript\", in any case.",
    .why = "Pages ask readers to switch it on; cuts every line of a text about programming that "
           "names it.",
    .unit = "occurrences",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://arxiv.org/abs/1910.10683",
               .where = "section 2.2"},
    .words = text::WordKind::kWhiteSpace,
    .params = kParams,
    .examples = kExamples,
    .measure = with_matcher<Params, Javascript, measure>,
});

}  // namespace tamis::rules
