#include "tamis/rules/rule.h"
#include "tamis/rules/word_list.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage, const WordList& words) {
  return static_cast<double>(passage.count_matches(words.matcher()));
}

constexpr std::string_view kExampleWords[] = {"casino", "赌场"};

constexpr Example kExamples[] = {
    {.text = "A text that holds none of the listed words is kept as it is.", .kept = true},
    {.text = "One casino is enough.", .kept = false},
    {.text = "The casinos of Monaco are other words.", .kept = true},
    {.text = "河边的老房子里没有这样的词。", .kept = true},
    {.text = "线上赌场开业了。", .kept = false},
};

}  // namespace

extern constinit const RuleSpec listed_word_count = rule({
    .name = "listed_word_count",
    .version = 1,
    .summary = "Occurrences in the text of words of a list that the recipe names.",
    .why = "C4 drops every page that holds one word of a list. That finds pages that nothing else "
           "finds, and loses medicine, law and the texts of minorities whose words are listed: "
           "Dodge et al. 2021 measured it. listed_word_ratio spares long texts.",
    .unit = "words",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Raffel et al. 2020 (C4)",
               .url = "https://arxiv.org/abs/1910.10683",
               .where = "section 2.2: the list of dirty, naughty, obscene or otherwise bad words"},
    .params = kWordListParams,
    .lists = kWordLists,
    .example_list = kExampleWords,
    .examples = kExamples,
    .measure = with_matcher<WordListParams, WordList, measure>,
});

}  // namespace tamis::rules
