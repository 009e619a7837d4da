#include "tamis/rules/rule.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

struct Params {
  std::int64_t code_points_max = 30;
};

constexpr ParamSpec kParams[] = {
    param<&Params::code_points_max>("code_points_max",
                                    "Lines of at most so many code points are "
                                    "short."),
};

// A code point has one to four bytes, so that most lines need not be looked at.
bool is_short(std::string_view line, std::int64_t code_points_max) {
  const auto num_bytes = static_cast<std::int64_t>(line.size());
  if (num_bytes <= code_points_max) return true;
  if (num_bytes / 4 > code_points_max) return false;
  return static_cast<std::int64_t>(text::count_code_points(line)) <= code_points_max;
}

double measure(const Passage& passage, const Params& params) {
  return share(passage.lines(),
               [&](std::string_view line) { return is_short(line, params.code_points_max); });
}

constexpr Example kExamples[] = {
    {.text = "Mills of the North\nThe mill has ground flour since 1870, and it still does today.",
     .kept = true},
    {.text = "Home\nNews\nContact us\nThe mill has ground flour since 1870, and still does.",
     .kept = false},
    {.text = "北方的磨坊\n磨坊从一八七〇年开始磨面，那一年第一副石磨用木筏沿河运来，现在还在转。",
     .kept = true},
    {.text = "首页\n新闻\n联系我们", .kept = false},
};

}  // namespace

extern constinit const RuleSpec short_line_ratio = rule({
    .name = "short_line_ratio",
    .version = 1,
    .summary = "Share of the lines that are short; blank lines do not count.",
    .why =
        "Menus and lists are short lines; misleads on verse, dialogue and Chinese, which says in "
        "30 characters what English says in 60.",
    .unit = "share of lines",
    .keep = {.max = 0.67},
    .source = {.work = "Penedo et al. 2024 (FineWeb)",
               .url = "https://arxiv.org/abs/2406.17557",
               .where = "section 3.6, third filter"},
    .lines = text::LineKind::kNonBlank,
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
