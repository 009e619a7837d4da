#include "tamis/rules/repeated_pieces.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

constexpr Example kExamples[] = {
    {.text = "The old mill beside the river still grinds flour today. Visitors may come on "
             "Sundays. The old mill beside the river still grinds flour today. Bread is sold.",
     .left = "The old mill beside the river still grinds flour today. Visitors may come on "
             "Sundays. Bread is sold."},
    {.text = "Who is it? Nobody answered. Who is it?",
     .left = "Who is it? Nobody answered. Who is it?"},
    {.text = "河边的这座老磨坊建成已经两百多年了，到今天还在用最初的石磨给村里人磨面粉，做面包。欢"
             "迎参观"
             "。河边的这座老磨坊建成已经两百多年了，到今天还在用最初的石磨给村里人磨面粉，做面包。",
     .left = "河边的这座老磨坊建成已经两百多年了，到今天还在用最初的石磨给村里人磨面粉，做面包。欢"
             "迎参观"
             "。"},
};

}  // namespace

extern constinit const RuleSpec repeated_sentence_count = rule({
    .name = "repeated_sentence_count",
    .version = 1,
    .level = Level::kSentence,
    .summary = "How many equal sentences of the document stood before this one.",
    .why =
        "Machine-made text and pages with a summary above the article say the same sentence "
        "again; the first one stays. Short sentences are spared, for dialogue, refrains and code.",
    .unit = "sentences",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at sentence level; the least length is ours"},
    .params = kRepeatedPieceParams,
    .examples = kExamples,
    .measure = with_params<RepeatedPieceParams, num_repeats>,
});

}  // namespace tamis::rules
