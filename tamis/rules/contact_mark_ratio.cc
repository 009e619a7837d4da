#include "tamis/rules/contact_marks.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage, const ContactMarks& marks) {
  return contact_mark_share(marks, passage);
}

constexpr Example kExamples[] = {
    {.text = "市民热线开通以来，接到的电话越来越多，咨询电话010-88888888几乎没有停过，接线员们每天"
             "要回答上百个问题。",
     .left = "市民热线开通以来，接到的电话越来越多，咨询电话010-88888888几乎没有停过，接线员们每天"
             "要回答上百个问题。"},
    {.text = "故事到此结束。\n客服电话13800138000，加微信abc12345", .left = "故事到此结束。"},
    {.text = "故事到此结束。\n想要资料的朋友加老师微信：abc12345", .left = "故事到此结束。"},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec contact_mark_ratio = rule({
    .name = "contact_mark_ratio",
    .version = 7,
    .level = Level::kParagraph,
    .summary = "Share of a paragraph's code points in calls to add an account, scan a code, join a "
               "group, ring a number or buy, identifiers among them.",
    .why = "A line of little else is an advertisement or an address; in longer paragraphs "
           "contact_mark_count cuts the clause; misleads on lists of useful numbers.",
    .unit = "share of code points",
    .keep = {.max = 0.7},
    .languages = kLanguages,
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at paragraph level; marks and numbers are ours"},
    .params = kContactMarkParams,
    .examples = kExamples,
    .measure = with_finder<ContactMarkParams, ContactMarks, measure>,
});

}  // namespace tamis::rules
