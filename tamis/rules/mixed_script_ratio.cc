#include <algorithm>

#include "tamis/rules/rule.h"
#include "tamis/text/simplified.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  std::int64_t num_traditional = 0;
  std::int64_t num_simplified = 0;
  for (const text::CodePointCount& counted : passage.counted_code_points().beyond_ascii()) {
    const char32_t code_point = counted.code_point;
    if (code_point < 0x4000 || code_point > 0x9FFF) continue;
    // No branch: nobody can guess which characters a text uses.
    num_simplified += text::is_simplified_only(code_point) ? counted.num_occurrences : 0;
    num_traditional += text::is_traditional_only(code_point) ? counted.num_occurrences : 0;
  }
  return ratio(std::min(num_traditional, num_simplified), num_traditional + num_simplified);
}

constexpr Example kExamples[] = {
    {.text = "这本书说的是一个山村里发生的故事。", .kept = true},
    {.text = "這本書說的是一個山村裡發生的故事。", .kept = true},
    {.text = "这本書说的是一個山村裡发生的故事，让我們從头讲起。", .kept = false},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec mixed_script_ratio = rule({
    .name = "mixed_script_ratio",
    .version = 1,
    .summary = "Of the characters that only the traditional or only the simplified script has, the "
               "share of the rarer script.",
    .why = "Nobody writes both at once: a text that mixes them was converted halfway, put together "
           "of several, or mixed to get past a filter; misleads on texts about characters and "
           "bilingual ones.",
    .unit = "share of the characters of one script",
    .keep = {.max = 0.2},
    .languages = kLanguages,
    .source = {.work = "Chen et al. 2023 (ChineseWebText, EvalWeb)",
               .url = "https://arxiv.org/abs/2311.01149",
               .where = "section 2, where any traditional character drops a document; as a share "
                        "of either script, so that traditional texts stay"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
