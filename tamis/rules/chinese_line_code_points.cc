#include "tamis/rules/rule.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  std::int64_t num_code_points = 0;
  for (const std::string_view line : passage.lines()) {
    num_code_points += static_cast<std::int64_t>(text::count_code_points(line));
  }
  return ratio(num_code_points, static_cast<std::int64_t>(passage.lines().size()));
}

constexpr Example kExamples[] = {
    {.text = "山村的早晨\n天刚亮，村口的老井边就有人打水，水桶碰着井沿，叮当作响。", .kept = true},
    {.text = "首页\n新闻\n财经\n体育\n联系我们", .kept = false},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec chinese_line_code_points = rule({
    .name = "chinese_line_code_points",
    .version = 1,
    .summary = "Mean number of code points of the lines that hold more than white space, white "
               "space at their ends aside.",
    .why = "Menus and lists of links have lines of a few characters, a Chinese sentence seldom has "
           "fewer than ten; misleads on verse, dialogue and programs.",
    .unit = "code points",
    .scale = Scale::kCount,
    .keep = {.min = 10},
    .languages = kLanguages,
    .source = {.work = "Chen et al. 2023 (ChineseWebText, EvalWeb)",
               .url = "https://arxiv.org/abs/2311.01149",
               .where = "section 2, mean line length; blank lines are none"},
    .lines = text::LineKind::kTrimmed,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
