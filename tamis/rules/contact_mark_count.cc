#include "tamis/rules/contact_marks.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage, const ContactMarks& marks) {
  return static_cast<double>(passage.found_by(marks).size());
}

constexpr Example kExamples[] = {
    {.text = "微信已经成为最常用的通信工具，2023年用户超过13亿。",
     .left = "微信已经成为最常用的通信工具，2023年用户超过13亿。"},
    {.text = "这道菜酸甜可口，做法也很简单，想学更多请加微信abc12345。",
     .left = "这道菜酸甜可口，做法也很简单。"},
    {.text = "秋天的山很美，咨询电话13800138000，值得一去。", .left = "秋天的山很美，值得一去。"},
    {.text = "书里讲了三个故事。客服QQ：123456789！", .left = "书里讲了三个故事。"},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec contact_mark_count = rule({
    .name = "contact_mark_count",
    .version = 8,
    .level = Level::kClause,
    .summary =
        "Number of calls to add an account, scan a code, join a group, ring a number or buy, "
        "in a clause.",
    .why = "Chinese pages plant advertisements inside good paragraphs: the clause goes, the "
           "paragraph stays. Found by structure (a verb, a channel, an identifier; a bargain, a "
           "price, an order), since the words change daily; misleads on reports that quote a "
           "number to call.",
    .unit = "marks",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .languages = kLanguages,
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at sentence level; marks and numbers are ours"},
    .params = kContactMarkParams,
    .examples = kExamples,
    .measure = with_finder<ContactMarkParams, ContactMarks, measure>,
});

}  // namespace tamis::rules
