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
    {.text = "The first paragraph\nhas two lines.\n\nThe second has one.", .kept = true},
    {.text = "A red chair\nAdd to cart\n\nA red chair\nAdd to cart", .kept = false},
    {.text = "红色椅子\n查看详情\n\n\n红色椅子\n查看详情", .kept = false},
};

}  // namespace

extern constinit const RuleSpec duplicate_paragraph_code_point_ratio = rule({
    .name = "duplicate_paragraph_code_point_ratio",
    .version = 1,
    .summary = "Share of the text's code points that stand in paragraphs that stood there before; "
               "blank lines part paragraphs.",
    .why = "Broken templates repeat whole blocks; tells nothing of a text without blank lines, as "
           "pages that were extracted block by block are, and misleads on refrains of songs.",
    .unit = "share of code points",
    .keep = {.max = 0.2},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1, table A1; second and later occurrences, as in datatrove"},
    .words = text::WordKind::kWhiteSpace,
    .lines = text::LineKind::kParagraphs,
    .params = kDuplicateCodePointParams<Params>,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
