#include <unordered_set>

#include "tamis/rules/rule.h"
#include "tamis/text/lines.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  std::unordered_set<std::string_view> seen;
  seen.reserve(passage.lines().size());
  std::int64_t num_repeated = 0;
  for (const std::string_view line : passage.lines()) {
    const std::string_view trimmed = text::trim(line);
    if (trimmed.empty() || seen.insert(trimmed).second) continue;
    num_repeated += static_cast<std::int64_t>(text::count_code_points(trimmed));
  }
  return ratio(num_repeated, passage.num_code_points());
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
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
