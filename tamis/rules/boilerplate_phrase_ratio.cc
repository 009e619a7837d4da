#include <string>
#include <vector>

#include "tamis/rules/phrases.h"
#include "tamis/rules/rule.h"
#include "tamis/rules/word_list.h"

namespace tamis::rules {
namespace {

struct Params {
  // The first six are C4's; the others say the same things on Chinese and English pages.
  std::vector<std::string> phrases = {
      "terms of use",   "privacy policy",  "cookie policy",     "uses cookies",
      "use of cookies", "use cookies",     "terms of service",  "all rights reserved",
      "accept cookies", "cookie settings", "隐私政策",          "隐私条款",
      "使用条款",       "服务条款",        "用户协议",          "免责声明",
      "版权声明",       "版权所有",        "不得转载",          "转载请注明",
      "ICP备",          "公网安备",        "违法和不良信息举报"};
};

constexpr ParamSpec kParams[] = {
    param<&Params::phrases>("phrases", "What counts; ASCII letters match in either case."),
};

double measure(const Passage& passage, const Phrases<>& phrases) {
  return matched_code_point_ratio(phrases.matcher, passage);
}

constexpr Example kExamples[] = {
    {.text = "The court found that the company had changed its privacy policy without telling its "
             "customers, and that the letters that it sent them in the spring had said nothing "
             "of the sale of their names and addresses to other firms.",
     .left = "The court found that the company had changed its privacy policy without telling its "
             "customers, and that the letters that it sent them in the spring had said nothing "
             "of the sale of their names and addresses to other firms."},
    {.text = "The story ends here.\nThis website uses cookies. Read our privacy policy.",
     .left = "The story ends here."},
    {.text = "故事到此结束。\n版权所有 未经授权不得转载 京ICP备10000000号",
     .left = "故事到此结束。"},
};

}  // namespace

extern constinit const RuleSpec boilerplate_phrase_ratio = rule({
    .name = "boilerplate_phrase_ratio",
    .version = 2,
    .level = Level::kParagraph,
    .summary = "Share of a paragraph's code points that stand in phrases of policies, cookie "
               "notices and copyright lines.",
    .why = "Every page of a site repeats them and none is about its subject; a share, and not C4's "
           "mere occurrence, spares the article that is about cookies.",
    .unit = "share of code points",
    .keep = {.max = 0.1},
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://arxiv.org/abs/1910.10683",
               .where = "section 2.2; as a share, after NeMo Curator's BoilerPlateString; the "
                        "Chinese phrases are ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_matcher<Params, Phrases<>, measure>,
});

}  // namespace tamis::rules
