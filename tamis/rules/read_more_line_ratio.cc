#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"

namespace tamis::rules {
namespace {

// `line` without what decorates a link at its end: arrows, brackets, white space.
std::string_view without_decoration(std::string_view line) {
  static constexpr text::AffixList kDecorations{
      {">", "》", "»", "›", "]", "］", "】", ")", "）", "→", "＞", "▼", "↓", "+", " ", "　"}};
  std::size_t num_bytes = 0;
  while ((num_bytes = kDecorations.suffix_bytes(line)) > 0) line.remove_suffix(num_bytes);
  return line;
}

bool invites_to_read_on(std::string_view line) {
  static constexpr text::AffixList kInvitations{
      {"更多",     "展开",      "展開",      "全文",      "详情",     "詳情",     "详细",
       "詳細",     "查看原文",  "继续阅读",  "繼續閱讀",  "阅读原文", "显示全部", "查看全部",
       "点击查看", "read more", "Read more", "Read More", "readmore", "READ MORE"}};
  if (line.ends_with("。。。")) return true;
  return kInvitations.suffix_bytes(without_decoration(line)) > 0;
}

struct Params {
  std::int64_t lines_min = 1;
};

constexpr ParamSpec kParams[] = {
    param<&Params::lines_min>(
        "lines_min", "A text of fewer lines measures 0: one such link is no list of them."),
};

double measure(const Passage& passage, const Params& params) {
  if (static_cast<std::int64_t>(passage.lines().size()) < params.lines_min) return 0;
  return share(passage.lines(), invites_to_read_on);
}

constexpr Example kExamples[] = {
    {.text = "他想知道更多。\n于是他读了全文，又查了许多资料。", .kept = true},
    {.text = "The valley was quiet.\nThe snow had come early.\nRead more", .kept = false},
    {.text = "我市举行春季运动会 [详情]\n老街改造工程启动。。。\n图书馆延长开放时间 查看更多>>",
     .kept = false},
};

}  // namespace

extern constinit const RuleSpec read_more_line_ratio = rule({
    .name = "read_more_line_ratio",
    .version = 1,
    .summary = "Share of the lines that end with an invitation to read on, as 展开, 更多, 全文, "
               "详情 or read more, brackets and arrows behind it aside, or with 。。。.",
    .why = "A page of teasers links to the texts and has none itself; misleads on an article of a "
           "few lines with one such link.",
    .unit = "share of lines",
    .keep = {.max = 0.3},
    .source = {.work = "Zhang et al. 2024 (MAP-NEO)",
               .url = "https://arxiv.org/abs/2405.19327",
               .where = "Matrix, Chinese pipeline, lines that end with readmore, 展开, 更多 or "
                        "。。。; other endings as in OpenCoder and ours"},
    .lines = text::LineKind::kTrimmed,
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
