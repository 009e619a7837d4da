#include "tamis/rules/rule.h"
#include "tamis/rules/word_list.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage, const WordList& words) {
  return ratio(passage.count_matches(words.matcher()), passage.num_words());
}

constexpr std::string_view kExampleWords[] = {"casino", "彩票"};

constexpr Example kExamples[] = {
    {.text = "The casino by the sea was closed in the war. Its rooms became a school, where the "
             "children of the town learn to read and to write to this day.",
     .kept = true},
    {.text = "The best casino, the newest casino", .kept = false},
    {.text = "福利彩票的收入用于养老院和学校，去年全市一共建成了十二所，今年还要在山里再建五所。",
     .kept = true},
    {.text = "买彩票，中彩票，彩票预测！", .kept = false},
};

}  // namespace

extern constinit const RuleSpec listed_word_to_word_ratio = rule({
    .name = "listed_word_to_word_ratio",
    .version = 1,
    .summary = "How often words of a list that the recipe names occur, over the number of words.",
    .why = "As listed_word_ratio, by words: a long word on the list tells no more than a short "
           "one. A Chinese word of several characters is one of several words, unless split_words "
           "says otherwise.",
    .unit = "occurrences per word",
    .scale = Scale::kRatio,
    .keep = {.max = 0.045},
    .source = {.work = "Chen et al. 2024 (Data-Juicer)",
               .url = "https://github.com/datajuicer/data-juicer",
               .where = "flagged_words_filter and its bound; there an entry is one word, here it "
                        "may be several"},
    .words = text::WordKind::kLetters,
    .params = kWordListParams,
    .lists = kWordLists,
    .example_list = kExampleWords,
    .examples = kExamples,
    .measure = with_matcher<WordListParams, WordList, measure>,
});

}  // namespace tamis::rules
