#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"

namespace tamis::rules {
namespace {

constexpr text::AffixList kWideMarks{{"。", "！", "？", "；", "…", "．", "｡"}};
constexpr std::string_view kAsciiMarks = ".!?;";

// A full-width mark counts anywhere, an ASCII one at the end.
bool has_end_mark(std::string_view line) {
  if (!line.empty() && kAsciiMarks.find(line.back()) != kAsciiMarks.npos) return true;
  // Nearly all lines of prose end with a mark: no search.
  return kWideMarks.suffix_bytes(line) > 0 || kWideMarks.is_in(line);
}

double measure(const Passage& passage) { return share(passage.lines(), has_end_mark); }

constexpr Example kExamples[] = {
    {.text = "春天\n山里的春天来得晚。\n“真美！”她说：\n“我还要再来。”", .kept = true},
    {.text = "首页\n公司简介\n产品中心\n成功案例\n新闻动态\n人才招聘\n在线留言\n联系我们\n网站地图",
     .kept = false},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec chinese_end_mark_line_ratio = rule({
    .name = "chinese_end_mark_line_ratio",
    .version = 1,
    .summary =
        "Share of the lines that hold a full-width mark that ends a sentence, or end with the "
        "ASCII one in its place.",
    .why = "A line of prose ends a sentence, also where an extractor cut or joined it; menu items "
           "and headlines end none; misleads on texts without marks, tables and programs.",
    .unit = "share of lines",
    .keep = {.min = 0.1},
    .languages = kLanguages,
    .source = {.work = "Penedo et al. 2024 (FineWeb)",
               .url = "https://arxiv.org/abs/2406.17557",
               .where =
                   "section 3.6, lines that end with punctuation, where .12 is the bound; ours "
                   "looks for marks inside the line, too"},
    .lines = text::LineKind::kTrimmed,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
