#include "tamis/rules/duplicates.h"

namespace tamis::rules {
namespace {

struct Params {
  std::string occurrences = "later";
};

constexpr ParamSpec kParams[] = {kOccurrencesParam<Params>};

double measure(const Passage& passage, const Params& params) {
  return duplicate_piece_ratio(passage, params.occurrences);
}

constexpr Example kExamples[] = {
    {.text = "Every line of this text\nsays something else\nthan the lines before it.",
     .kept = true},
    {.text = "Add to cart\nAdd to cart\nA red chair", .kept = false},
    {.text = "查看详情\n红色椅子\n查看详情\n", .kept = false},
};

}  // namespace

extern constinit const RuleSpec duplicate_line_ratio = rule({
    .name = "duplicate_line_ratio",
    .version = 1,
    .summary = "Share of the lines that stood in the text before; blank lines do not count, unless "
               "split_lines says otherwise.",
    .why = "Lists of goods and broken templates repeat whole lines; misleads on refrains of songs.",
    .unit = "share of lines",
    .keep = {.max = 0.3},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1, table A1; second and later occurrences, as in datatrove"},
    .lines = text::LineKind::kTrimmed,
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
