#include <algorithm>

#include "tamis/rules/rule.h"
#include "tamis/text/simplified.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const std::string_view text = passage.text();
  std::int64_t num_traditional = 0;
  std::int64_t num_simplified = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0xE4 || lead > 0xE9) continue;  // leads of U+4000 to U+9FFF
    const text::Decoded decoded = text::decode_code_point(text.substr(i));
    if (text::is_simplified_only(decoded.code_point)) {
      ++num_simplified;
    } else if (text::is_traditional_only(decoded.code_point)) {
      ++num_traditional;
    }
    i += decoded.num_bytes - 1;
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
