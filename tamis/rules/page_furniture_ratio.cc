#include <algorithm>
#include <string>
#include <vector>

#include "tamis/rules/phrases.h"
#include "tamis/rules/prose_line.h"
#include "tamis/rules/rule.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {
namespace {

struct Params {
  std::vector<std::string> phrases = {
      "上一页",   "下一页",       "上一篇",     "下一篇",   "上一章",   "下一章",   "上一条",
      "下一条",   "尾页",         "末页",       "返回顶部", "回到顶部", "返回首页", "返回列表",
      "返回目录", "返回上页",     "责任编辑",   "责编",     "编辑：",   "编辑:",    "校对：",
      "审核：",   "供稿：",       "分享到",     "分享至",   "分享本文", "转发到",   "相关阅读",
      "相关新闻", "相关推荐",     "相关链接",   "相关专题", "推荐阅读", "延伸阅读", "热门推荐",
      "热点推荐", "精彩推荐",     "猜你喜欢",   "热门评论", "最新评论", "更多精彩", "更多>>",
      "字号",     "大中小",       "打印本页",   "打印本文", "打印",     "收藏",     "关闭窗口",
      "加入收藏", "设为首页",     "来源：",     "来源:",    "作者：",   "作者:",    "记者：",
      "发布者：", "发布人：",     "发布时间",   "发布日期", "发表时间", "更新时间", "更新日期",
      "时间：",   "日期：",       "浏览次数",   "浏览量",   "阅读次数", "阅读量",   "点击数",
      "点击次数", "点击率",       "访问量",     "人气：",   "条评论",   "评论(",    "点赞",
      "举报",     "我要评论",     "发表评论",   "网友评论", "查看评论", "写评论",   "登录",
      "注册",     "忘记密码",     "网站地图",   "联系我们", "关于我们", "友情链接", "广告服务",
      "法律声明", "隐私政策",     "本文来源",   "文章来源", "信息来源", "原标题",   "您的位置",
      "当前位置", "您现在的位置", "首页",       "手机版",   "电脑版",   "扫码阅读", "标签：",
      "关键词：", "分类：",       "栏目：",     "阅读全文", "查看更多", "展开全文", "收起",
      "回复",     "楼主",         "只看该作者", "倒序浏览", "使用道具", "发表于"};
};

constexpr ParamSpec kParams[] = {
    param<&Params::phrases>("phrases", "What counts; behind a colon, the value too."),
};

// How many bytes of `after` are the value of a label as "source:", up to the next white space or
// mark.
std::size_t value_bytes(std::string_view label, std::string_view after) {
  constexpr std::size_t kValueBytesMax = 36;  // a dozen characters: a name or an office
  static constexpr std::string_view kColons[] = {"：", ":"};
  constexpr std::size_t kEndBytesMax = 3;
  static constexpr std::string_view kEnds[] = {" ", "　", "\t", "|", "｜", "，", "。", "\u00A0"};
  std::size_t start = after.size();
  for (const std::string_view colon : kColons) {
    if (label.ends_with(colon)) start = 0;
    if (after.starts_with(colon)) start = colon.size();
  }
  if (start == after.size()) return 0;
  // No further than a value may reach: a line may hold a label every few bytes.
  const std::size_t label_end = start;
  const std::string_view reach = after.substr(0, label_end + kValueBytesMax + kEndBytesMax);
  while (start < reach.size() && reach[start] == ' ') ++start;
  std::size_t end = reach.size();
  for (const std::string_view mark : kEnds) end = std::min(end, reach.find(mark, start));
  return end - label_end <= kValueBytesMax ? end : label_end;
}

double measure(const Passage& passage, const Phrases<>& phrases) {
  std::vector<text::WordMatcher::Match> matches;  // without memory for nearly all passages
  const std::string_view text = passage.text();
  phrases.matcher.find(text, matches);
  if (matches.empty() || is_prose_line(text)) return 0;
  std::int64_t num_inside = 0;
  std::size_t covered_to = 0;
  for (const auto& match : matches) {
    if (match.begin < covered_to) continue;
    const std::string_view label = text.substr(match.begin, match.num_bytes);
    const std::size_t end = match.begin + match.num_bytes;
    covered_to = end + value_bytes(label, text.substr(end));
    const std::string_view piece = text.substr(match.begin, covered_to - match.begin);
    num_inside += text::count_characters(piece).letters;
  }
  return ratio(num_inside, passage.characters().letters);
}

constexpr Example kExamples[] = {
    {.text = "责任编辑老李说，这篇稿子的来源：一封读者来信，不能说明问题，还要再去采访。",
     .left = "责任编辑老李说，这篇稿子的来源：一封读者来信，不能说明问题，还要再去采访。"},
    {.text = "来源：新华网 作者：王某 发布时间：2023-08-14 10:30\n故事从这里开始。\n上一篇 下一篇 "
             "返回顶部\n责任编辑：李某",
     .left = "故事从这里开始。"},
    {.text = "故事到此结束。\n分享到： 打印本页 字号：大 中 小", .left = "故事到此结束。"},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec page_furniture_ratio = rule({
    .name = "page_furniture_ratio",
    .version = 1,
    .level = Level::kParagraph,
    .summary = "Share of a paragraph's letters and Chinese characters in what pages say of "
               "themselves: paging, sharing, printing, source, editor, date, comments.",
    .why = "It stands around every article of a site and is part of none; as a share of the "
           "letters, dates and separators aside, sentences about editors and sources stay; "
           "misleads on credits that belong to a text.",
    .unit = "share of letters",
    .keep = {.max = 0.5},
    .languages = kLanguages,
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at paragraph level; the phrases are ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_matcher<Params, Phrases<>, measure>,
});

}  // namespace tamis::rules
