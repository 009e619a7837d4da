#include "tamis/rules/contact_marks.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage, const ContactMarks& marks) {
  return contact_mark_share(marks, passage);
}

constexpr Example kExamples[] = {
    {.text = "书里讲了三个故事。祖传秘方不反弹，无效退款，加微信abc12345。第二个最好。",
     .left = "书里讲了三个故事。第二个最好。"},
    {.text = "书店在车站对面，老板每天读报，咨询电话010-88888888，周一休息。",
     .left = "书店在车站对面，老板每天读报，咨询电话010-88888888，周一休息。"},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec contact_sentence_ratio = rule({
    .name = "contact_sentence_ratio",
    .version = 6,
    .level = Level::kSentence,
    .summary = "Share of a sentence's code points in calls to add an account, scan a code, join a "
               "group, ring a number or buy, identifiers among them.",
    .why = "A sentence of little else is an advertisement as a whole, with those of its clauses "
           "that say nothing telling; what is planted into somebody's sentence is left to "
           "contact_mark_count; misleads on short sentences that quote a number to call.",
    .unit = "share of code points",
    .keep = {.max = 0.7},
    .languages = kLanguages,
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at sentence level; marks and numbers are ours"},
    .params = kContactMarkParams,
    .examples = kExamples,
    .measure = with_finder<ContactMarkParams, ContactMarks, measure>,
});

}  // namespace tamis::rules
