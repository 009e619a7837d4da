#include "tamis/rules/rule.h"
#include "tamis/rules/word_list.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage, const WordList& words) {
  return static_cast<double>(words.count_distinct(passage.text()));
}

constexpr std::string_view kExampleWords[] = {"casino", "roulette", "jackpot",
                                              "赌场",   "下注",     "返水"};

constexpr Example kExamples[] = {
    {.text = "The casino stands by the sea. The casino of Monaco is older than that casino.",
     .kept = true},
    {.text = "Casino, roulette and jackpot in one place!", .kept = false},
    {.text = "澳门的赌场是旅游收入的来源，赌场的历史有一百多年。", .kept = true},
    {.text = "赌场下注，天天返水。", .kept = false},
};

}  // namespace

extern constinit const RuleSpec distinct_listed_word_count = rule({
    .name = "distinct_listed_word_count",
    .version = 1,
    .summary = "How many different words of the recipe's lists stand in the text.",
    .why = "An honest text repeats the one word that it is about; a page of gambling or "
           "pornography names many. Long texts hold more words of any list: a wordy novel may "
           "fail, for which listed_words_per_line divides by lines.",
    .unit = "words",
    .scale = Scale::kCount,
    .keep = {.max = 2},
    .source = {.work = "Chen et al. 2023 (ChineseWebText, EvalWeb)",
               .url = "https://arxiv.org/abs/2311.01149",
               .where =
                   "section 2.2, sensitive words, which it divides by lines; the bound is ours"},
    .params = kWordListParams,
    .lists = kWordLists,
    .example_list = kExampleWords,
    .examples = kExamples,
    .measure = with_matcher<WordListParams, WordList, measure>,
});

}  // namespace tamis::rules
