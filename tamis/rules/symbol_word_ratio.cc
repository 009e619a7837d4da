#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  // Most pages have no such mark.
  const std::string_view text = passage.text();
  if (text.find('#') == text.npos && text.find("…") == text.npos) return 0;
  const text::WordCounts& words = passage.word_counts();
  return ratio(words.with_mark, words.all.num_words);
}

constexpr Example kExamples[] = {
    {.text = "The first item is listed below, as item #1 of this list of the ten best ones.",
     .kept = true},
    {.text = "秋天 的 山 很 美 ， 值得 一 去 … …", .kept = false},
    {.text = "The best of the week #news #fun #love", .kept = false},
};

}  // namespace

extern constinit const RuleSpec symbol_word_ratio = rule({
    .name = "symbol_word_ratio",
    .version = 1,
    .summary = "Share of the words that hold a hash sign or the ellipsis U+2026.",
    .why = "Lists of tags and of teasers are no prose; three points are no ellipsis here. Made for "
           "languages with spaces: a Chinese clause is one word, and one ellipsis marks it whole.",
    .unit = "share of words",
    .keep = {.max = 0.1},
    .source = {.work = "Soldaini et al. 2024 (Dolma)",
               .url = "https://arxiv.org/abs/2402.00159",
               .where = "toolkit 1.2.1, tagger gopher_v1, symbol_to_word_ratio; bound of the "
                        "mixer's cc-head.yaml"},
    .words = text::WordKind::kWhiteSpace,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
