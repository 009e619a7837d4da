#include <algorithm>

#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

struct Params {
  std::int64_t num_words = 10;
};

constexpr ParamSpec kParams[] = {
    param<&Params::num_words>("num_words",
                              "Words of an n-gram, 1 to 100; a Chinese character is a word."),
};

double measure(const Passage& passage, const Params& params) {
  const auto num_words = static_cast<int>(std::clamp<std::int64_t>(params.num_words, 1, 100));
  return ratio(passage.ngrams().duplicate_code_points(num_words), passage.num_code_points());
}

constexpr Example kExamples[] = {
    {.text = "No ten words in a row stand twice in this short text about nothing at all.",
     .kept = true},
    {.text = "Click the link to read the whole story of the day. "
             "Click the link to read the whole story of the day.",
     .kept = false},
    {.text = "欢迎来到我们的官方网站首页，欢迎来到我们的官方网站首页。", .kept = false},
};

}  // namespace

extern constinit const RuleSpec duplicate_ngram_code_point_ratio = rule({
    .name = "duplicate_ngram_code_point_ratio",
    .version = 1,
    .summary = "Share of the text's code points that stand in n-grams of words that occur again.",
    .why = "Generated pages repeat phrases that no line break shows; misleads on laws and on "
           "technical text with set phrases.",
    .unit = "share of code points",
    .keep = {.max = 0.1},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1; the bound is that of 10 words (5: .15, 6: .14, 7: .13, 8: "
                        ".12, 9: .11)"},
    .words = text::WordKind::kLetters,
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
