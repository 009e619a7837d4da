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
  if (params.counts == "all") return static_cast<double>(passage.num_words());
  return static_cast<double>(counted_words(passage, params.counts).num_words);
}

// 50 words of three letters, the least that the bounds keep.
constexpr std::string_view kFiftyWords =
    "one two six ten one two six ten one two six ten one two six ten one two six ten one two six "
    "ten one two six ten one two six ten one two six ten one two six ten one two six ten one two "
    "six ten one two";

constexpr Example kExamples[] = {
    {.text = kFiftyWords, .kept = true},
    {.text = "Page not found.", .kept = false},
    {.text = "此页不存在。", .kept = false},
};

}  // namespace

extern constinit const RuleSpec word_count = rule({
    .name = "word_count",
    .version = 1,
    .summary = "Number of words; a Chinese character is a word, unless split_words says otherwise.",
    .why = "Very short pages are menus, errors and stubs, very long ones dumps of tables; misleads "
           "on poems and dictionary entries.",
    .unit = "words",
    .scale = Scale::kCount,
    .keep = {.min = 50, .max = 100000},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1"},
    .words = text::WordKind::kLetters,
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
