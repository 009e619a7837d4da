#include <algorithm>

#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"
#include "tamis/text/utf8.h"
#include "tamis/text/white_space.h"

namespace tamis::rules {
namespace {

struct Params {
  std::int64_t items_min = 4;
  std::int64_t code_points_max = 8;
};

constexpr ParamSpec kParams[] = {
    param<&Params::items_min>("items_min", "A line of fewer such items measures 0."),
    param<&Params::code_points_max>("code_points_max", "A longer item is none of navigation."),
};

constexpr text::AffixList kSeparators{
    {" ", "　", "\t", "\u00A0", "|", "｜", ">", "»", "›", "·", "•", "/", "┊", "丨"}};
constexpr text::AffixList kProseMarks{
    {"，", "。", "！", "？", "；", "：", "、", "…", "．", "“", ", ", ". ", "=", ";", "《"}};

// True of lines of Markdown and programs: headings, comments, lists and tables.
bool is_markup(std::string_view line) {
  const std::size_t start = line.find_first_not_of(" \t");
  return start != line.npos && std::string_view("#/*-|+").find(line[start]) != line.npos;
}

// True of a line that ends a sentence, or leads to what follows, as menus do not.
bool ends_as_prose(std::string_view line) {
  static constexpr text::AffixList kEnds{{".", "!", "?", ":", ".)", ",", "）."}};
  return kEnds.suffix_bytes(text::strip_end(line)) > 0 && !line.ends_with("..");
}

// True if `text` may hold a character of three bytes.
bool may_be_chinese(std::string_view text, std::int64_t num_code_points) {
  return static_cast<std::int64_t>(text.size()) >= num_code_points + 2;
}

// What the items of a line are like.
struct Items {
  std::int64_t num_items = 0;
  std::int64_t num_short = 0;
  std::int64_t num_code_points = 0;
  std::int64_t num_in_short = 0;  // code points of the short ones that hold a Chinese character
  std::int64_t shortest = 0;
  std::int64_t longest = 0;

  void add(std::string_view item, std::int64_t code_points_max) {
    const auto num_in_item = static_cast<std::int64_t>(text::count_code_points(item));
    const bool is_short =
        num_in_item >= 2 && num_in_item <= code_points_max && may_be_chinese(item, num_in_item);
    shortest = num_items == 0 ? num_in_item : std::min(shortest, num_in_item);
    longest = std::max(longest, num_in_item);
    ++num_items;
    num_code_points += num_in_item;
    num_short += is_short ? 1 : 0;
    num_in_short += is_short ? num_in_item : 0;
  }

  // Verse without marks: lines of five or seven characters with spaces between.
  bool are_verse() const { return shortest == longest && shortest >= 5; }
};

Items split_items(std::string_view line, std::int64_t code_points_max) {
  Items items;
  std::size_t item_start = 0;
  for (std::size_t i = 0; i < line.size();) {
    i = kSeparators.find(line, i);
    if (i > item_start) items.add(line.substr(item_start, i - item_start), code_points_max);
    i += kSeparators.prefix_bytes(line.substr(i));
    item_start = i;
  }
  return items;
}

double measure(const Passage& passage, const Params& params) {
  if (!may_be_chinese(passage.text(), passage.num_code_points())) return 0;
  if (is_markup(passage.text()) || kProseMarks.is_in(passage.text())) return 0;
  if (ends_as_prose(passage.text())) return 0;
  const Items items = split_items(passage.text(), params.code_points_max);
  if (items.num_short < params.items_min || items.are_verse()) return 0;
  return ratio(items.num_in_short, items.num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "首页 | 新闻 | 财经 | 体育 | 娱乐 | 科技\n故事从这里开始。",
     .left = "故事从这里开始。"},
    {.text = "网站首页 > 新闻中心 > 公司动态 > 正文\n故事从这里开始。", .left = "故事从这里开始。"},
    {.text = "床前明月光 疑是地上霜 举头望明月 低头思故乡",
     .left = "床前明月光 疑是地上霜 举头望明月 低头思故乡"},
    {.text = "今天 天气 很好，我们 去 公园。", .left = "今天 天气 很好，我们 去 公园。"},
    {.text = "程序 显示 一条 错误 信息 然后 终止.", .left = "程序 显示 一条 错误 信息 然后 终止."},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec navigation_item_ratio = rule({
    .name = "navigation_item_ratio",
    .version = 2,
    .level = Level::kParagraph,
    .summary = "The share of a line's code points in Chinese items of two to code_points_max code "
               "points between spaces, bars or arrows, if there are items_min of them and no mark "
               "of prose.",
    .why =
        "Menus, tag lists and breadcrumbs are such lines, sentences are not; lines of equal items "
        "of five and more are verse; misleads on lists of names and rows of tables.",
    .unit = "share of code points",
    .keep = {.max = 0.7},
    .languages = kLanguages,
    .source = {.work = "MNBVC",
               .url = "https://github.com/esbatmop/MNBVC",
               .where = "project wiki, cleaning of web pages: navigation; the definition is ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
