#include <algorithm>

#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

struct Params {
  std::int64_t code_points_max = 20;
};

constexpr ParamSpec kParams[] = {
    param<&Params::code_points_max>("code_points_max", "A longer line is no bare item."),
};

// True of a full-width or ASCII mark that ends a sentence or a clause, opens or closes a
// quotation: a line that has one is a piece of prose.
bool has_mark(std::string_view line) {
  static constexpr text::AffixList kMarks{{"。", "！", "？", "，", "；", "：", "、", "…", "“", "”",
                                           "「", "』", "．", ",", ".", ";", ":", "!", "?"}};
  return kMarks.is_in(line);
}

// True if a byte begins a code point of U+3000 to U+9FFF, as nearly all Chinese characters do.
bool has_chinese(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char byte) {
    const auto lead = static_cast<unsigned char>(byte);
    return lead >= 0xE3 && lead <= 0xE9;
  });
}

double measure(const Passage& passage, const Params& params) {
  std::int64_t num_bare = 0;
  std::int64_t num_code_points = 0;
  for (const std::string_view line : passage.lines()) {
    const auto num_in_line = static_cast<std::int64_t>(text::count_code_points(line));
    num_code_points += num_in_line;
    const bool is_bare =
        num_in_line <= params.code_points_max && has_chinese(line) && !has_mark(line);
    if (is_bare) num_bare += num_in_line;
  }
  return ratio(num_bare, num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "山村的早晨\n天刚亮，村口的老井边就有人打水，水桶碰着井沿，叮当作响。", .kept = true},
    {.text = "床前明月光，\n疑是地上霜。", .kept = true},
    {.text = "春季新款\n夏季新款\n秋季新款\n冬季新款\n欢迎光临本店。", .kept = false},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec bare_line_code_point_ratio = rule({
    .name = "bare_line_code_point_ratio",
    .version = 1,
    .summary = "Share of the code points in bare items: lines of at most code_points_max code "
               "points with a Chinese character and without any mark of a sentence or clause.",
    .why =
        "Menus, tag clouds and lists of headlines are nothing but such lines; by code points, an "
        "article's headings weigh little; misleads on verse without marks and on tables.",
    .unit = "share of code points",
    .keep = {.max = 0.5},
    .languages = kLanguages,
    .source = {.work = "Penedo et al. 2024 (FineWeb)",
               .url = "https://arxiv.org/abs/2406.17557",
               .where = "section 3.6, share of short lines; in Chinese units, and only lines "
                        "without marks"},
    .lines = text::LineKind::kTrimmed,
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
