#include "tamis/rules/ngram_size.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

struct Params {
  std::int64_t num_words = 10;
};

constexpr ParamSpec kParams[] = {
    param<&Params::num_words>("num_words", "Words of an n-gram, 1 to 32."),
};

struct Ngram {
  int num_words;

  static Result<Ngram> make(const Params& params) {
    TAMIS_TRY(check_num_words(params.num_words));
    return Ngram{static_cast<int>(params.num_words)};
  }
};

double measure(const Passage& passage, const Ngram& ngram) {
  const auto num_ngrams = passage.num_words() - ngram.num_words + 1;
  if (num_ngrams < 1) return 0;
  return ratio(passage.ngrams().num_repeated(ngram.num_words), num_ngrams);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊 至今 仍在 转动。", .kept = true},
    {.text = "one two three four five six seven eight nine ten one two three four five six seven "
             "eight nine ten one two three four five six seven eight nine ten",
     .kept = false},
    {.text = "一 二二 三三 四四 五五 六六 七七 八八 九九 十十 一一 二二 三三 四四 五五 六六 七七 "
             "八八 九九 十十 "
             "一一 二二 三三 四四 五五 六六 七七 八八 九九 十十 一一 二二 三三",
     .kept = false},
};

}  // namespace

extern constinit const RuleSpec word_repetition_ratio = rule({
    .name = "word_repetition_ratio",
    .version = 1,
    .summary = "Share of the n-grams of words that occur at least twice.",
    .why = "Templates and generated pages repeat whole phrases; misleads on laws and on verse "
           "with a refrain. Split at white space, Chinese has few words, and "
           "character_repetition_ratio sees more. "
           "Alone it may run below 400 MB/s: each word is hashed, once for all rules on words.",
    .unit = "share of n-grams",
    .keep = {.max = 0.5},
    .source = {.work = "Chen et al. 2024 (Data-Juicer)",
               .url = "https://arxiv.org/abs/2309.02033",
               .where =
                   "word_repetition_filter, of words in lower case, special characters stripped "
                   "off: split_words: stripped_lower"},
    .words = text::WordKind::kLetters,
    .params = kParams,
    .examples = kExamples,
    .measure = with_model<Params, Ngram, measure>,
});

}  // namespace tamis::rules
