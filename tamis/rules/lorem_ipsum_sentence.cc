#include <string>
#include <vector>

#include "tamis/rules/phrases.h"
#include "tamis/rules/rule.h"
#include "tamis/rules/word_list.h"

namespace tamis::rules {
namespace {

struct Params {
  std::vector<std::string> phrases = {
      "lorem ipsum",           "dolor sit amet",         "consectetur adipiscing",
      "sed do eiusmod",        "incididunt ut labore",   "ut enim ad minim veniam",
      "duis aute irure dolor", "excepteur sint occaecat"};
};

constexpr ParamSpec kParams[] = {
    param<&Params::phrases>("phrases", "What counts; ASCII letters match in either case."),
};

double measure(const Passage& passage, const Phrases<>& phrases) {
  return matched_code_point_ratio(phrases.matcher, passage);
}

constexpr Example kExamples[] = {
    {.text = "Our services. Lorem ipsum dolor sit amet, consectetur adipiscing elit. Call us.",
     .left = "Our services. Call us."},
    {.text = "The words lorem ipsum have stood in the sample books of printers since the "
             "sixteenth century, though few of those who set them knew where they came from.",
     .left = "The words lorem ipsum have stood in the sample books of printers since the "
             "sixteenth century, though few of those who set them knew where they came from."},
    {.text = "关于我们。Lorem ipsum dolor sit amet. 联系方式。", .left = "关于我们。联系方式。"},
};

}  // namespace

extern constinit const RuleSpec lorem_ipsum_sentence = rule({
    .name = "lorem_ipsum_sentence",
    .version = 1,
    .level = Level::kSentence,
    .summary = "Share of a sentence's code points that stand in phrases of the printers' dummy "
               "text.",
    .why = "A half-finished page holds dummy text among its own; the sentence goes, the page "
           "stays, and so does the sentence that speaks about dummy text.",
    .unit = "share of code points",
    .keep = {.max = 0.2},
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://arxiv.org/abs/1910.10683",
               .where = "section 2.2, which drops the page; sentence by sentence here"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_matcher<Params, Phrases<>, measure>,
});

}  // namespace tamis::rules
