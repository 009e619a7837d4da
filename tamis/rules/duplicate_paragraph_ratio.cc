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
    {.text = "The first paragraph\nhas two lines.\n\nThe second has one.", .kept = true},
    {.text = "A red chair\nAdd to cart\n\nA red chair\nAdd to cart", .kept = false},
    {.text = "红色椅子\n查看详情\n\n\n红色椅子\n查看详情", .kept = false},
};

}  // namespace

extern constinit const RuleSpec duplicate_paragraph_ratio = rule({
    .name = "duplicate_paragraph_ratio",
    .version = 1,
    .summary = "Share of the paragraphs that stood in the text before; blank lines part "
               "paragraphs.",
    .why = "Broken templates repeat whole blocks; tells nothing of a text without blank lines, as "
           "pages that were extracted block by block are, and misleads on refrains of songs.",
    .unit = "share of paragraphs",
    .keep = {.max = 0.3},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1, table A1; second and later occurrences, as in datatrove"},
    .lines = text::LineKind::kParagraphs,
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
