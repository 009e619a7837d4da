#include <string>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"
#include "tamis/text/white_space.h"

namespace tamis::rules {
namespace {

struct Params {
  // The first five are C4's. A single Chinese ellipsis breaks off, a double one may end a sentence.
  std::vector<std::string> marks = {".",  "?",  "!", "\"", "'",  "。", "！",
                                    "？", "……", "”", "’",  "」", "』"};
  std::vector<std::string> ellipses = {"..."};
  bool trims = true;
};

constexpr ParamSpec kParams[] = {
    param<&Params::marks>("marks", "What a line may end with."),
    param<&Params::ellipses>("ellipses", "What a line may not end with, though a mark ends it."),
    param<&Params::trims>("trims", "White space behind the mark does not count."),
};

double measure(const Passage& passage, const Params& params) {
  const std::string_view line = params.trims ? text::strip_end(passage.text()) : passage.text();
  return text::ends_with_any(line, params.marks) && !text::ends_with_any(line, params.ellipses) ? 1
                                                                                                : 0;
}

constexpr Example kExamples[] = {
    {.text = "The mill has ground flour since 1870.\nHome\nRead more...",
     .left = "The mill has ground flour since 1870."},
    {.text = "\"Is it still at work?\" she asked. \"It is!\"",
     .left = "\"Is it still at work?\" she asked. \"It is!\""},
    {.text = "磨坊一八七〇年就有了。\n首页 新闻 联系我们\n“它还在转吗？”",
     .left = "磨坊一八七〇年就有了。\n“它还在转吗？”"},
};

}  // namespace

extern constinit const RuleSpec line_terminal_mark_count = rule({
    .name = "line_terminal_mark_count",
    .version = 1,
    .level = Level::kParagraph,
    .summary = "1 if a line ends with an end mark or a closing quotation mark and not with an "
               "ellipsis, else 0.",
    .why = "Menus, headings, buttons and teasers end without a mark, sentences with one; cuts "
           "headings, lists, verse and code too.",
    .unit = "marks",
    .scale = Scale::kCount,
    .keep = {.min = 1},
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://arxiv.org/abs/1910.10683",
               .where = "section 2.2, and c4_utils.py; \"'\" is datatrove's, the Chinese marks are "
                        "ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
