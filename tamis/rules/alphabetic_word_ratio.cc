#include "tamis/rules/rule.h"
#include "tamis/text/letters.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) { return share(passage.words(), text::has_letter); }

constexpr Example kExamples[] = {
    {.text = "most of these 5 words are words", .kept = true},
    {.text = "这里有5个汉字", .kept = true},
    {.text = "12 34 56 word 78", .kept = false},
};

}  // namespace

extern constinit const RuleSpec alphabetic_word_ratio = rule({
    .name = "alphabetic_word_ratio",
    .version = 1,
    .summary = "Share of words that contain at least one letter; Chinese characters are letters.",
    .why = "Number tables and price lists look like text but teach little; misleads on arithmetic.",
    .unit = "share of words",
    .keep = {.min = 0.8},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1"},
    .words = text::WordKind::kLetters,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
