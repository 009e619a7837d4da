#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  const text::ScriptCounts& scripts = passage.scripts();
  return ratio(scripts.of(text::Script::kHan), passage.num_code_points() - scripts.white_space);
}

constexpr Example kExamples[] = {
    {.text = "这一段文字里，大部分都是汉字，只有 few 个英文词。", .kept = true},
    {.text = "ISBN 978-7-111-40701-0 电话 010-88888888 QQ 12345678 http://example.com/zh/",
     .kept = false},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec chinese_character_ratio = rule({
    .name = "chinese_character_ratio",
    .version = 1,
    .summary = "Share of Chinese characters in the code points that are not white space.",
    .why = "A Chinese page of numbers, addresses and foreign names is a list; misleads on texts "
           "about mathematics and programming.",
    .unit = "share of code points",
    .keep = {.min = 0.3},
    .languages = kLanguages,
    .source = {.work = "Chen et al. 2023 (ChineseWebText, EvalWeb)",
               .url = "https://arxiv.org/abs/2311.01149",
               .where = "section 2; over all Han characters, where EvalWeb counts U+4E00-9FA5"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
