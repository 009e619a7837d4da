#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

constexpr std::string_view kLetters[] = {"any", "ascii"};

struct Params {
  std::string letters = "any";
};

constexpr ParamSpec kParams[] = {
    param<&Params::letters>("letters",
                            "any: of every script, Chinese characters too; ascii: a to z alone "
                            "(RedPajama), which no Chinese word has.",
                            kLetters),
};

double measure(const Passage& passage, const Params& params) {
  const text::WordCounts& words = passage.word_counts();
  return ratio(params.letters == "ascii" ? words.with_ascii_letter : words.with_letter,
               words.all.num_words);
}

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
    .why = "Number tables and price lists look like text but teach little; misleads on arithmetic. "
           "Alone it may run below 400 MB/s: each word is hashed, once for all rules on words.",
    .unit = "share of words",
    .keep = {.min = 0.8},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1"},
    .words = text::WordKind::kLetters,
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
