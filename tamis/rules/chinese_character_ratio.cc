#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  return ratio(passage.characters().han, static_cast<std::int64_t>(passage.words().size()));
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
    .version = 2,
    .summary = "Share of Chinese characters in the words: a Chinese character is a word, a run of "
               "other letters and digits another.",
    .why = "A Chinese page of numbers, addresses and foreign names is a list; by words, a foreign "
           "name or a line of code weighs what it says and not its letters; misleads on pages "
           "of programs.",
    .unit = "share of words",
    .keep = {.min = 0.3},
    .languages = kLanguages,
    .source = {.work = "Chen et al. 2023 (ChineseWebText, EvalWeb)",
               .url = "https://arxiv.org/abs/2311.01149",
               .where = "section 2, where it is the share of U+4E00-9FA5 in all code points, "
                        "marks and white space too; of all Han characters and of words"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
