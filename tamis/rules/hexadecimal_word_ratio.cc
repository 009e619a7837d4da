#include "tamis/base/ascii.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

bool is_hexadecimal(std::string_view word) {
  if (word.size() < 3 || word[0] != '0' || to_lower(word[1]) != 'x') return false;
  return word.find_first_not_of("0123456789abcdefABCDEF", 2) == word.npos;
}

double measure(const Passage& passage) {
  if (passage.counted_code_points().num_of("xX") == 0) return 0;
  return share(passage.words(), is_hexadecimal);
}

constexpr Example kExamples[] = {
    {.text = "The register at 0x1F holds the number of bytes that are left to read.", .kept = true},
    {.text = "寄存器 0x1F 里是还没有读的字节数。", .kept = true},
    {.text = "0x00 0x1F 0xA0 0xff bytes of the table", .kept = false},
    {.text = "数据：0x00, 0x1F, 0xA0, 0xff", .kept = false},
};

}  // namespace

extern constinit const RuleSpec hexadecimal_word_ratio = rule({
    .name = "hexadecimal_word_ratio",
    .version = 1,
    .summary = "Share of the words that are hexadecimal numbers written as in C: 0x1F.",
    .why = "Tables of bytes stand in programs and dumps of memory and teach nothing. A number "
           "without 0x in front is not told from a word or from a decimal one.",
    .unit = "share of words",
    .keep = {.max = 0.4},
    .source = {.work = "Huang et al. 2024 (OpenCoder)",
               .url = "https://github.com/OpenCoder-llm/opc_data_filtering",
               .where = "pipeline/code_filter_config.py, its bound for code and for Chinese text"},
    .words = text::WordKind::kLetters,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
