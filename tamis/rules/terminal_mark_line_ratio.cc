#include <string>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"
#include "tamis/text/terminal_marks.h"

namespace tamis::rules {
namespace {

struct Params {
  std::vector<std::string> marks = {};
  std::vector<std::string> ellipses = {};
  std::int64_t lines_min = 1;
  bool passes_closers = false;
};

constexpr ParamSpec kParams[] = {
    param<&Params::marks>("marks",
                          "What a line may end with; none: the marks that end a sentence in any "
                          "script, as . ! ? 。 ！ ？, without quotation marks."),
    param<&Params::ellipses>("ellipses", "What a line may not end with, though a mark ends it."),
    param<&Params::lines_min>("lines_min",
                              "A text of fewer lines measures 1: one that was cut off "
                              "at a length is no menu."),
    param<&Params::passes_closers>("passes_closers",
                                   "What closes behind the mark does not count: quotation marks, "
                                   "brackets and the marks of notes, as [1]."),
};

std::string_view end_of(std::string_view line, const Params& params) {
  return params.passes_closers ? text::without_closers(line) : line;
}

double measure(const Passage& passage, const Params& params) {
  const auto num_lines = static_cast<std::int64_t>(passage.lines().size());
  if (num_lines > 0 && num_lines < params.lines_min) return 1;
  return share(passage.lines(), [&](std::string_view whole_line) {
    const std::string_view line = end_of(whole_line, params);
    const bool has_mark = params.marks.empty() ? text::ends_with_terminal_mark(line)
                                               : text::ends_with_any(line, params.marks);
    return has_mark && !text::ends_with_any(line, params.ellipses);
  });
}

constexpr Example kExamples[] = {
    {.text = "Mills of the North\nThe mill has ground flour since 1870.\nIt still does.",
     .kept = true},
    {.text = "Home\nNews\nContact us", .kept = false},
    {.text = "北方的磨坊\n磨坊一八七〇年就有了。", .kept = true},
    {.text = "首页\n新闻\n联系我们", .kept = false},
};

}  // namespace

extern constinit const RuleSpec terminal_mark_line_ratio = rule({
    .name = "terminal_mark_line_ratio",
    .version = 1,
    .summary = "Share of the lines that end with a mark that ends a sentence; blank lines do not "
               "count.",
    .why = "The lines of menus, lists of goods and tables end without a mark; misleads on verse, "
           "and on texts whose lines were broken at a fixed width.",
    .unit = "share of lines",
    .keep = {.min = 0.12},
    .source = {.work = "Penedo et al. 2024 (FineWeb)",
               .url = "https://arxiv.org/abs/2406.17557",
               .where = "section 3.6, first filter; marks as datatrove's TERMINAL_PUNCTUATION"},
    .lines = text::LineKind::kNonBlank,
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
