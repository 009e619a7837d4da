#include "tamis/rules/rule.h"
#include "tamis/text/lines.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

struct Params {
  std::int64_t code_points_min = 15;
};

constexpr ParamSpec kParams[] = {
    param<&Params::code_points_min>("code_points_min",
                                    "A shorter paragraph may stand as often as it likes."),
};

double measure(const Passage& passage, const Params& params) {
  const auto num_code_points =
      static_cast<std::int64_t>(text::count_code_points(text::trim(passage.text())));
  if (num_code_points < params.code_points_min) return 0;
  return static_cast<double>(passage.num_earlier_equals());
}

constexpr Example kExamples[] = {
    {.text = "The ferry leaves at nine.\nThe crossing takes an hour.\nThe ferry leaves at nine.",
     .left = "The ferry leaves at nine.\nThe crossing takes an hour."},
    {.text = "“Yes.”\n“You are sure that it was him?”\n“Yes.”",
     .left = "“Yes.”\n“You are sure that it was him?”\n“Yes.”"},
    {.text = "山里的春天来得晚，四月才见桃花。\n我们住在山脚。\n山里的春天来得晚，四月才见桃花。",
     .left = "山里的春天来得晚，四月才见桃花。\n我们住在山脚。"},
};

}  // namespace

extern constinit const RuleSpec repeated_paragraph_count = rule({
    .name = "repeated_paragraph_count",
    .version = 1,
    .level = Level::kParagraph,
    .summary = "How many equal paragraphs of the document stood before this one.",
    .why = "Teasers, captions and quotations are on a page twice and need to be learnt once; the "
           "first one stays. Short lines are spared, for dialogue and refrains.",
    .unit = "paragraphs",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at paragraph level; the least length is ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
