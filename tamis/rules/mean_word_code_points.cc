#include "tamis/rules/counted_words.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

struct Params {
  std::string counts = "all";
};

constexpr ParamSpec kParams[] = {
    param<&Params::counts>("counts", kCountedWordsSummary, kCountedWords),
};

double measure(const Passage& passage, const Params& params) {
  const text::WordSums& words = counted_words(passage, params.counts);
  return ratio(words.num_code_points, words.num_words);
}

constexpr Example kExamples[] = {
    {.text = "Most English words have between three and ten letters.", .kept = true},
    {.text = "a b c d e f g h i j k l m n o p", .kept = false},
    {.text = "dGhpcyBpcyBub3QgdGV4dCBidXQgYmFzZTY0 ZW5jb2RlZCBieXRlcyBvZiBhIGZpbGU", .kept = false},
};

constexpr std::string_view kLanguages[] = {"en"};

}  // namespace

extern constinit const RuleSpec mean_word_code_points = rule({
    .name = "mean_word_code_points",
    .version = 1,
    .summary = "Mean length of the words in code points.",
    .why =
        "Letters set apart, encoded bytes and identifiers give means that no prose has; made for "
        "languages with spaces: Chinese words have one to three characters (FineWeb-2 keeps 1 to "
        "5, with split_words: tokens), and single characters tell nothing. "
        "Alone it may run below 400 MB/s: each word is hashed, once for all rules on words.",
    .unit = "code points per word",
    .scale = Scale::kCount,
    .keep = {.min = 3, .max = 10},
    .languages = kLanguages,
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1"},
    .words = text::WordKind::kLetters,
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
