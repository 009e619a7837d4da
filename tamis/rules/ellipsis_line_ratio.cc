#include "tamis/rules/rule.h"
#include "tamis/text/lines.h"

namespace tamis::rules {
namespace {

bool ends_with_ellipsis(std::string_view line) {
  const std::string_view trimmed = text::trim(line);
  return trimmed.ends_with("...") || trimmed.ends_with("…") || trimmed.ends_with("。。。");
}

double measure(const Passage& passage) {
  std::int64_t num_lines = 0;
  std::int64_t num_ellipses = 0;
  for (const std::string_view line : passage.lines()) {
    if (text::trim(line).empty()) continue;
    ++num_lines;
    num_ellipses += ends_with_ellipsis(line) ? 1 : 0;
  }
  return ratio(num_ellipses, num_lines);
}

constexpr Example kExamples[] = {
    {.text =
         "The first line is whole.\nSo is the second.\nThe third breaks off...\nThe last is whole.",
     .kept = true},
    {.text = "Ten tips for your garden that...\nWhy the mayor of our town...", .kept = false},
    {.text = "本市今日召开新闻发布会……\n专家称这种食物……\n更多精彩内容", .kept = false},
};

}  // namespace

extern constinit const RuleSpec ellipsis_line_ratio = rule({
    .name = "ellipsis_line_ratio",
    .version = 1,
    .summary = "Share of the non-blank lines that end with an ellipsis.",
    .why = "Lists of teasers break every entry off; misleads on dialogue that trails off.",
    .unit = "share of lines",
    .keep = {.max = 0.3},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1; the Chinese marks are ours"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
