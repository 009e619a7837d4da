#include "tamis/rules/rule.h"
#include "tamis/rules/word_list.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage, const WordList& words) {
  return static_cast<double>(passage.count_matches(words.matcher()));
}

constexpr std::string_view kExampleWords[] = {"casino", "赌场"};

constexpr Example kExamples[] = {
    {.text = "The river is long. Play at our casino! The hills are high.",
     .left = "The river is long. The hills are high."},
    {.text = "A text that holds none of the listed words is left as it is.",
     .left = "A text that holds none of the listed words is left as it is."},
    {.text = "山里的春天来得晚。线上赌场送你红包！桃花慢慢开了。",
     .left = "山里的春天来得晚。桃花慢慢开了。"},
};

}  // namespace

extern constinit const RuleSpec listed_word_sentence = rule({
    .name = "listed_word_sentence",
    .version = 1,
    .level = Level::kSentence,
    .summary = "Occurrences in a sentence of words of a list that the recipe names.",
    .why = "An advertisement or an insult that somebody put into a page goes with its sentence, "
           "and the page stays. Of a page that is about such words, scraps are left: put "
           "listed_word_ratio before it.",
    .unit = "words",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.1.2: rules for documents, paragraphs and sentences"},
    .params = kWordListParams,
    .lists = kWordLists,
    .example_list = kExampleWords,
    .examples = kExamples,
    .measure = with_matcher<WordListParams, WordList, measure>,
});

}  // namespace tamis::rules
