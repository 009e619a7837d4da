#include "tamis/rules/repeated_pieces.h"
#include "tamis/rules/rule.h"
#include "tamis/text/code_lines.h"

namespace tamis::rules {
namespace {

struct Params {
  std::int64_t code_points_min = 40;
  bool spares_code = true;
};

constexpr ParamSpec kParams[] = {
    param<&Params::code_points_min>("code_points_min", kShortPieceText),
    param<&Params::spares_code>("spares_code",
                                "What looks like code or output may stand as often as it likes: "
                                "what is indented, typed at a prompt or full of marks."),
};

double measure(const Passage& passage, const Params& params) {
  const double num_earlier = num_repeats(passage, {params.code_points_min});
  const bool is_spared =
      num_earlier > 0 && params.spares_code && text::looks_like_code(passage.text());
  return is_spared ? 0 : num_earlier;
}

constexpr Example kExamples[] = {
    {.text = "The ferry leaves at nine from the old harbour.\nThe crossing takes an hour.\nThe "
             "ferry leaves at nine from the old harbour.",
     .left = "The ferry leaves at nine from the old harbour.\nThe crossing takes an hour."},
    {.text = "“Yes.”\n“You are sure that it was him?”\n“Yes.”",
     .left = "“Yes.”\n“You are sure that it was him?”\n“Yes.”"},
    {.text = ">>> mills = sorted(mills, key=lambda mill: mill.year)\nThe order is that of the "
             "years.\n>>> mills = sorted(mills, key=lambda mill: mill.year)",
     .left = ">>> mills = sorted(mills, key=lambda mill: mill.year)\nThe order is that of the "
             "years.\n>>> mills = sorted(mills, key=lambda mill: mill.year)"},
    {.text =
         "山里的春天来得晚，到了四月，坡上的桃花才慢慢开了，村里的孩子们都跑出去看，一直看到天黑。"
         "\n"
         "我们住在山脚。\n"
         "山里的春天来得晚，到了四月，坡上的桃花才慢慢开了，村里的孩子们都跑出去看，一直看到天黑。",
     .left = "山里的春天来得晚，到了四月，坡上的桃花才慢慢开了，村里的孩子们都跑出去看，一直看到天"
             "黑。\n"
             "我们住在山脚。"},
};

}  // namespace

extern constinit const RuleSpec repeated_paragraph_count = rule({
    .name = "repeated_paragraph_count",
    .version = 2,
    .level = Level::kParagraph,
    .summary = "How many equal paragraphs of the document stood before this one.",
    .why = "Teasers, captions and quotations are on a page twice and need to be learnt once; the "
           "first one stays. Short lines are spared, for dialogue and refrains, and lines of code.",
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
