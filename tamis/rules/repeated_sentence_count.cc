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
                                    "A shorter sentence may stand as often as it likes."),
};

double measure(const Passage& passage, const Params& params) {
  const auto num_code_points =
      static_cast<std::int64_t>(text::count_code_points(text::trim(passage.text())));
  if (num_code_points < params.code_points_min) return 0;
  return static_cast<double>(passage.num_earlier_equals());
}

constexpr Example kExamples[] = {
    {.text = "The old mill still grinds flour today. Visitors may come on Sundays. The old mill "
             "still grinds flour today. Bread is sold in the yard.",
     .left = "The old mill still grinds flour today. Visitors may come on Sundays. Bread is sold "
             "in the yard."},
    {.text = "Who is it? Nobody answered. Who is it?",
     .left = "Who is it? Nobody answered. Who is it?"},
    {.text =
         "这座老磨坊到今天还在磨面粉给村里人吃。院子里卖面包。这座老磨坊到今天还在磨面粉给村里人"
         "吃。欢迎参观。",
     .left = "这座老磨坊到今天还在磨面粉给村里人吃。院子里卖面包。欢迎参观。"},
};

}  // namespace

extern constinit const RuleSpec repeated_sentence_count = rule({
    .name = "repeated_sentence_count",
    .version = 1,
    .level = Level::kSentence,
    .summary = "How many equal sentences of the document stood before this one.",
    .why = "Machine-made text and pages with a summary above the article say the same sentence "
           "again; the first one stays. Short sentences are spared, for dialogue and refrains.",
    .unit = "sentences",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at sentence level; the least length is ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
