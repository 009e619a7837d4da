#include "tamis/rules/rule.h"
#include "tamis/text/script_counts.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  return ratio(text::chinese_code_points(passage.text()), passage.num_code_points());
}

constexpr Example kExamples[] = {
    {.text = "这一段文字里，大部分都是汉字，只有 few 个英文词。", .kept = true},
    {.text = "Three words 汉字。", .kept = false},
    {.text = "ISBN 978-7-111-40701-0 电话 010-88888888 QQ 12345678 http://example.com/zh/",
     .kept = false},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec chinese_code_point_ratio = rule({
    .name = "chinese_code_point_ratio",
    .version = 1,
    .summary = "Share of Chinese characters in the text's code points, marks and white space "
               "among them.",
    .why = "As chinese_character_ratio, and as it is published: a foreign name weighs as many "
           "characters as it has letters, and indented code weighs its spaces. Misleads on pages "
           "of programs.",
    .unit = "share of code points",
    .keep = {.min = 0.3},
    .languages = kLanguages,
    .source = {.work = "Chen et al. 2023 (ChineseWebText, EvalWeb)",
               .url = "https://arxiv.org/abs/2311.01149",
               .where = "section 2; U+4E00-9FA5 there, all Han characters here. MNBVC wants .7"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
