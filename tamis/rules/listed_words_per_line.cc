#include "tamis/rules/rule.h"
#include "tamis/rules/word_list.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage, const WordList& words) {
  return ratio(words.count_distinct(passage.text()),
               static_cast<std::int64_t>(passage.lines().size()));
}

constexpr std::string_view kExampleWords[] = {"casino", "roulette", "赌场", "下注"};

constexpr Example kExamples[] = {
    {.text = "The casino stands by the sea.\nThe town lives of fishing.\n", .kept = true},
    {.text = "Casino and roulette\nopen all night\n", .kept = false},
    {.text = "澳门的赌场很有名。\n那里的小吃更有名。", .kept = true},
    {.text = "赌场下注\n欢迎光临", .kept = false},
};

}  // namespace

extern constinit const RuleSpec listed_words_per_line = rule({
    .name = "listed_words_per_line",
    .version = 1,
    .summary = "Different words of a list that the recipe names over the number of lines.",
    .why = "A page that names a new listed word in every second line is made of them; an article "
           "that names some in many lines is not. A text in one long line fails with one word.",
    .unit = "words a line",
    .scale = Scale::kCount,
    .keep = {.max = 0.5},
    .source = {.work = "Chen et al. 2023 (ChineseWebText, EvalWeb)",
               .url = "https://arxiv.org/abs/2311.01149",
               .where = "section 2.2, sensitive words; preprocess.py"},
    .lines = text::LineKind::kAll,
    .params = kWordListParams,
    .lists = kWordLists,
    .example_list = kExampleWords,
    .examples = kExamples,
    .measure = with_matcher<WordListParams, WordList, measure>,
});

}  // namespace tamis::rules
