#include <string>
#include <vector>

#include "tamis/rules/phrases.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

struct Params {
  // The first six are C4's; the Chinese ones are what stands in the same place of Chinese pages.
  std::vector<std::string> phrases = {"terms of use", "privacy policy", "cookie policy",
                                      "uses cookies", "use of cookies", "use cookies",
                                      "隐私政策",     "隐私条款",       "使用条款",
                                      "服务条款",     "用户协议",       "使用Cookie"};
};

constexpr ParamSpec kParams[] = {
    param<&Params::phrases>("phrases", "What counts, also inside words; case does not count."),
};

double measure(const Passage& passage, const Phrases<text::Borders::kNone>& phrases) {
  return static_cast<double>(passage.count_matches(phrases.matcher));
}

constexpr Example kExamples[] = {
    {.text = "The mill has ground flour since 1870.\nBy going on you accept our Terms of Use.",
     .left = "The mill has ground flour since 1870."},
    {.text = "磨坊还在转。\n注册即表示同意用户协议和隐私政策", .left = "磨坊还在转。"},
    {.text = "The cook baked cookies.", .left = "The cook baked cookies."},
};

}  // namespace

extern constinit const RuleSpec policy_phrase_count = rule({
    .name = "policy_phrase_count",
    .version = 1,
    .level = Level::kParagraph,
    .summary = "Number of phrases of privacy policies, terms of use and cookie notices in a line.",
    .why = "Every page of a site repeats them; cuts every line of an article about privacy, which "
           "boilerplate_phrase_ratio spares.",
    .unit = "phrases",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://github.com/tensorflow/datasets/blob/master/tensorflow_datasets/text/"
                      "c4_utils.py",
               .where = "policy substrings; the Chinese phrases are ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_matcher<Params, Phrases<text::Borders::kNone>, measure>,
});

}  // namespace tamis::rules
