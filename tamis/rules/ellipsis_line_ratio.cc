#include <string>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"
#include "tamis/text/white_space.h"

namespace tamis::rules {
namespace {

constexpr std::string_view kTrims[] = {"none", "end"};

struct Params {
  std::vector<std::string> marks = {"...", "…", "。。。"};
  std::string trim = "end";
  std::int64_t lines_min = 1;
};

constexpr ParamSpec kParams[] = {
    param<&Params::marks>("marks", "What a line that breaks off ends with."),
    param<&Params::trim>("trim", "Where white space goes before a line is looked at.", kTrims),
    param<&Params::lines_min>("lines_min",
                              "A text of fewer lines measures 0: its one line may well trail off."),
};

double measure(const Passage& passage, const Params& params) {
  const bool trims = params.trim == "end";
  if (static_cast<std::int64_t>(passage.lines().size()) < params.lines_min) return 0;
  return share(passage.lines(), [&](std::string_view line) {
    if (trims) line = text::strip_end(line);
    return text::ends_with_any(line, params.marks);
  });
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
    .summary = "Share of the lines that end with an ellipsis; blank lines do not count, unless "
               "split_lines says otherwise.",
    .why = "Lists of teasers break every entry off; misleads on dialogue that trails off.",
    .unit = "share of lines",
    .keep = {.max = 0.3},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1; the Chinese marks are ours"},
    .lines = text::LineKind::kNonBlank,
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
