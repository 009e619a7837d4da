#include "tamis/rules/rule.h"
#include "tamis/rules/word_list.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage, const WordList& words) {
  return matched_code_point_ratio(words.matcher(), passage);
}

constexpr std::string_view kExampleWords[] = {"lucky casino", "彩票"};

constexpr Example kExamples[] = {
    {.text = "A text that holds none of the listed words is kept as it is.", .kept = true},
    {.text = "Lucky casino: the lucky casino of lucky casinos", .kept = false},
    {.text = "福利彩票的收入用于养老院和学校，去年全市一共建成了十二所，今年还要在山里再建五所。",
     .kept = true},
    {.text = "买彩票，中彩票，彩票预测！", .kept = false},
};

}  // namespace

extern constinit const RuleSpec listed_word_ratio = rule({
    .name = "listed_word_ratio",
    .version = 2,
    .summary =
        "Share of the text's code points that stand in words of a list that the recipe names.",
    .why = "Lists of toxic, gambling or advertising words find whole pages of that kind; a share "
           "spares the long article that quotes one of them. What is on the list decides.",
    .unit = "share of code points",
    .keep = {.max = 0.05},
    .source = {.work = "c4-dataset-script, Chinese C4 on Spark",
               .url = "https://github.com/shjwudp/c4-dataset-script",
               .where =
                   "Chinese bad-word filter: bad-word characters over the text's length > .05"},
    .params = kWordListParams,
    .lists = kWordLists,
    .example_list = kExampleWords,
    .examples = kExamples,
    .measure = with_matcher<WordListParams, WordList, measure>,
});

}  // namespace tamis::rules
