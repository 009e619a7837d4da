#include <cstdint>

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
  std::size_t num_code_points = 0;  // ASCII alone
  for (const std::string_view word : passage.words()) {
    num_code_points += is_hexadecimal(word) ? word.size() : 0;
  }
  return ratio(static_cast<std::int64_t>(num_code_points), passage.num_code_points());
}

constexpr Example kExamples[] = {
    {.text = "The register at 0x1F holds the number of bytes that are left to read.", .kept = true},
    {.text = "寄存器 0x1F 里是还没有读的字节数。", .kept = true},
    {.text = "0x00 0x1F 0xA0 0xff bytes", .kept = false},
    {.text = "数据：0x00, 0x1F, 0xA0, 0xff", .kept = false},
};

}  // namespace

extern constinit const RuleSpec hexadecimal_code_point_ratio = rule({
    .name = "hexadecimal_code_point_ratio",
    .version = 1,
    .summary = "Share of the text's code points in hexadecimal numbers written as in C: 0x1F.",
    .why = "Tables of bytes stand in programs and dumps of memory and teach nothing. A number "
           "without 0x in front is not told from a word or from a decimal one.",
    .unit = "share of code points",
    .keep = {.max = 0.4},
    .source = {.work = "Huang et al. 2024 (OpenCoder)",
               .url = "https://github.com/OpenCoder-llm/opc_data_filtering",
               .where = "qsc_doc_frac_chars_hex_words and its bound for code and for Chinese text"},
    .words = text::WordKind::kLetters,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
