#include "tamis/rules/rule.h"
#include "tamis/text/byte_count.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  return ratio(text::count_byte(passage.text(), '#'), passage.num_words());
}

constexpr Example kExamples[] = {
    {.text = "The first item is listed below, as item #1 of this list of the ten best ones.",
     .kept = true},
    {.text = "The best of the week #news #fun #love", .kept = false},
    {.text = "#今日份快乐##美食#", .kept = false},
};

}  // namespace

extern constinit const RuleSpec hash_to_word_ratio = rule({
    .name = "hash_to_word_ratio",
    .version = 1,
    .summary = "Number of hash signs over the number of words.",
    .why = "Lists of tags are no prose, on Weibo no more than elsewhere; misleads on source code, "
           "where a hash sign opens a comment, and on Markdown.",
    .unit = "hash signs per word",
    .scale = Scale::kRatio,
    .keep = {.max = 0.1},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1; hash signs apart from ellipses, as in datatrove"},
    .words = text::WordKind::kLetters,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
