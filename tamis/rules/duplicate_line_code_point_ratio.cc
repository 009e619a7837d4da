#include "tamis/rules/duplicates.h"

namespace tamis::rules {
namespace {

struct Params {
  std::string occurrences = "later";
  std::string over = "text";
};

double measure(const Passage& passage, const Params& params) {
  return duplicate_code_point_ratio(passage, params.occurrences, params.over);
}

constexpr Example kExamples[] = {
    {.text = "Every line of this text\nsays something else\nthan the lines before it.",
     .kept = true},
    {.text = "Add to cart\nAdd to cart\nAdd to cart\nA red chair", .kept = false},
    {.text = "查看详情\n查看详情\n红色椅子", .kept = false},
};

}  // namespace

extern constinit const RuleSpec duplicate_line_code_point_ratio = rule({
    .name = "duplicate_line_code_point_ratio",
    .version = 1,
    .summary = "Share of the text's code points that stand in lines that stood there before.",
    .why = "Lists of goods and broken templates repeat whole lines; misleads on refrains of songs.",
    .unit = "share of code points",
    .keep = {.max = 0.2},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1; second and later occurrences count, blank lines do not"},
    .words = text::WordKind::kWhiteSpace,
    .lines = text::LineKind::kTrimmed,
    .params = kDuplicateCodePointParams<Params>,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
