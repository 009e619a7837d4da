#include "tamis/rules/rule.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

// The first byte tells nearly all apart: E4 to E9 begin U+4000 to U+9FFF.
bool is_chinese_character(std::string_view word) {
  const auto lead = static_cast<unsigned char>(word[0]);
  if (lead >= 0xE4 && lead <= 0xE9) return true;
  return lead > 0xE0 && text::is_han(text::decode_code_point(word).code_point);
}

double measure(const Passage& passage) { return share(passage.words(), is_chinese_character); }

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
