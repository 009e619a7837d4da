#include <algorithm>
#include <string>
#include <vector>

#include "tamis/rules/phrases.h"
#include "tamis/rules/prose_line.h"
#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"
#include "tamis/text/white_space.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {
namespace {

struct Params {
  std::vector<std::string> phrases = {
      "上一页",     "下一页",       "上一篇",         "下一篇",       "上一章",     "下一章",
      "上一条",     "下一条",       "上一节",         "下一节",       "尾页",       "末页",
      "返回顶部",   "回到顶部",     "返回首页",       "返回列表",     "返回目录",   "返回上页",
      "返回上一页", "返回书页",     "返回书架",       "章节目录",     "章节列表",   "加入书签",
      "加入书架",   "放入书架",     "投推荐票",       "章节报错",     "责任编辑",   "责编",
      "编辑：",     "编辑:",        "校对：",         "审核：",       "供稿：",     "审校：",
      "监制：",     "分享到",       "分享至",         "分享本文",     "分享文章",   "分享此文",
      "一键分享",   "转发到",       "相关阅读",       "相关新闻",     "相关推荐",   "相关文章",
      "相关链接",   "相关专题",     "相关报道",       "推荐阅读",     "推荐文章",   "延伸阅读",
      "扩展阅读",   "热门推荐",     "热门文章",       "热门新闻",     "热点推荐",   "精彩推荐",
      "为您推荐",   "为你推荐",     "猜你喜欢",       "往期精彩",     "往期回顾",   "往期推荐",
      "往期文章",   "你可能也喜欢", "你可能感兴趣",   "您可能感兴趣", "看更多",     "更多报道",
      "热门评论",   "最新评论",     "全部评论",       "更多精彩",     "更多>>",     "更多 >>",
      "字号",       "字体大小：",   "大中小",         "打印本页",     "打印本文",   "打印此页",
      "关闭窗口",   "关闭本页",     "加入收藏",       "收藏本站",     "收藏本文",   "设为首页",
      "发布者：",   "发布人：",     "发布时间",       "发布日期",     "发表时间",   "更新时间",
      "更新日期",   "发布于：",     "发表于：",       "浏览次数",     "浏览量",     "阅读次数",
      "阅读量",     "点击数",       "点击次数",       "点击率",       "访问量",     "人气：",
      "条评论",     "评论(",        "暂无评论",       "我要评论",     "发表评论",   "发布评论",
      "网友评论",   "查看评论",     "写评论",         "抢沙发",       "忘记密码",   "找回密码",
      "记住密码",   "网站地图",     "联系我们",       "关于我们",     "友情链接",   "广告服务",
      "广告合作",   "法律声明",     "隐私政策",       "本文来源",     "文章来源",   "信息来源",
      "新闻来源",   "稿件来源",     "图片来源：网络", "原标题",       "您的位置",   "当前位置",
      "当前的位置", "您现在的位置", "现在位置",       "所在位置",     "首页",       "手机版",
      "电脑版",     "触屏版",       "扫码阅读",       "手机阅读",     "手机看",     "标签：",
      "标签:",      "栏目：",       "频道：",         "阅读全文",     "阅读原文",   "查看原文",
      "查看更多",   "查看全部",     "加载更多",       "点击加载",     "展开全文",   "展开阅读",
      "展开更多",   "收起",         "收起全文",       "楼主",         "只看该作者", "只看楼主",
      "倒序浏览",   "正序浏览",     "使用道具",       "发表于",       "电梯直达",   "快速回复",
      "回复本帖",   "发新帖",       "本帖最后由",     "编辑于"};
  std::vector<std::string> items = {
      "打印",     "收藏",     "关闭",    "回覆",     "登录",     "登入",     "注册",   "加入会员",
      "会员中心", "回复",     "举报",    "反馈",     "点赞",     "赞",       "踩",     "在看",
      "分享",     "转发",     "评论",    "留言",     "订阅",     "复制链接", "微信",   "微博",
      "QQ空间",   "朋友圈",   "来源：",  "来源:",    "作者：",   "作者:",    "记者：", "记者:",
      "摄影：",   "文：",     "图：",    "时间：",   "时间:",    "日期：",   "日期:",  "分类：",
      "分类:",    "关键词：", "关键词:", "关键字：", "上传：",   "阅读：",   "阅读:",  "浏览：",
      "浏览:",    "点击：",   "评论：",  "评论:",    "免费注册", "立即注册"};
};

constexpr ParamSpec kParams[] = {
    param<&Params::phrases>("phrases", "What counts; behind a colon, the value too."),
    param<&Params::items>("items",
                          "What counts only if no letter stands beside it, and only in a line that "
                          "holds another phrase or item; behind a colon, the value too."),
};

constexpr text::AffixList kColons{{"：", ":"}};

struct Furniture {
  text::WordMatcher matcher;
  std::size_t num_phrases = 0;  // the words before this one

  static Result<Furniture> make(const Params& params) {
    std::vector<std::string> words = in_both_scripts(params.phrases);
    const std::size_t num_phrases = words.size();
    for (std::string& item : in_both_scripts(params.items)) words.push_back(std::move(item));
    TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(words));
    return Furniture{std::move(matcher), num_phrases};
  }
};

// How many bytes of `after` are the value of a label as "source:", up to the next white space or
// mark.
std::size_t value_bytes(std::string_view label, std::string_view after) {
  constexpr std::size_t kValueBytesMax = 36;  // a dozen characters: a name or an office
  constexpr std::size_t kEndBytesMax = 3;
  static constexpr std::string_view kEnds[] = {" ", "　", "\t", "|", "｜", "，", "。", "\u00A0"};
  const std::size_t label_end = kColons.prefix_bytes(after);
  if (label_end == 0 && kColons.suffix_bytes(label) == 0) return 0;
  // No further than a value may reach: a line may hold a label every few bytes.
  const std::string_view reach = after.substr(0, label_end + kValueBytesMax + kEndBytesMax);
  std::size_t start = label_end;
  while (start < reach.size() && reach[start] == ' ') ++start;
  std::size_t end = reach.size();
  for (const std::string_view mark : kEnds) end = std::min(end, reach.find(mark, start));
  return end - label_end <= kValueBytesMax ? end : label_end;
}

// True of what a reader follows from the front page to this one: "Home > News > Local", behind its
// first item. Inside a sentence, "front page/last page" is none.
bool is_trail(std::string_view label, std::string_view after, bool follows_letter) {
  static constexpr text::AffixList kArrows{
      {">", "＞", "»", "›", "→", "&gt;", "-", "/", "|", "·", "»", "—"}};
  static constexpr text::AffixList kPointingArrows{{">", "＞", "»", "›", "→", "&gt;"}};
  constexpr std::size_t kReachBytes = 40;
  if (label != "首页" && !label.ends_with("位置")) return false;
  const std::string_view rest = text::strip_start(after);
  if (label == "首页" && follows_letter) return kPointingArrows.prefix_bytes(rest) > 0;
  return label == "首页"
             ? kArrows.prefix_bytes(rest) > 0
             : kColons.prefix_bytes(rest) > 0 && kArrows.is_in(rest.substr(0, kReachBytes));
}

// A sheet of news: of what other sources are, texts speak.
bool is_medium(std::string_view value) {
  static constexpr text::AffixList kMedia{
      {"网", "报", "社", "台", "客户端", "公众号", "频道", "网站", "微博", "微信", "新闻", "在线"}};
  return kMedia.suffix_bytes(value) > 0;
}

bool ends_in_letter(std::string_view text) {
  if (text.empty()) return false;
  const auto traits = text::letter_table()[text::decode_last_code_point(text).code_point];
  return traits.has(text::Traits::kLetter | text::Traits::kDigit);
}

// "1. Print": the heading of a chapter, and no button.
bool has_number(std::string_view line) {
  static constexpr text::AffixList kBehindNumbers{{".", "．", "、", ")", "）", " "}};
  const std::string_view start = text::strip_start(line);
  const std::size_t num_digits = std::min(start.find_first_not_of("0123456789."), start.size());
  return num_digits > 0 && (start[num_digits - 1] == '.' ||
                            kBehindNumbers.prefix_bytes(start.substr(num_digits)) > 0);
}

// What a line holds of furniture, left to right.
class Inventory {
 public:
  explicit Inventory(std::string_view line) : line_(line) {}

  void take(const text::WordMatch& match, bool is_item) {
    if (match.begin < covered_to_) return;
    const std::size_t end = match.begin + match.num_bytes;
    const std::string_view label = line_.substr(match.begin, match.num_bytes);
    const std::string_view after = line_.substr(end);
    const bool has_value = kColons.suffix_bytes(label) > 0;
    const bool follows_letter =
        match.begin > covered_to_ && ends_in_letter(line_.substr(0, match.begin));
    if (is_item && (follows_letter || (!has_value && begins_with_letter(after)))) return;
    const bool is_path = is_trail(label, after, follows_letter);
    covered_to_ = end + (is_path ? after.size() : value_bytes(label, after));
    const std::string_view piece = line_.substr(match.begin, covered_to_ - match.begin);
    const bool is_source = label.starts_with("来源") && is_medium(piece);
    num_inside_ += text::count_characters(piece).letters;
    num_phrases_ += is_item && !is_source ? 0 : 1;
    num_items_ += is_item ? 1 : 0;
  }

  std::int64_t num_letters() const {
    const bool is_heading = num_phrases_ == 0 && (num_items_ < 2 || has_number(line_));
    return is_heading ? 0 : num_inside_;
  }

 private:
  std::string_view line_;
  std::size_t covered_to_ = 0;
  std::int64_t num_inside_ = 0;
  int num_phrases_ = 0;
  int num_items_ = 0;
};

double measure(const Passage& passage, const Furniture& furniture) {
  std::vector<text::WordMatcher::Match> matches;  // without memory for nearly all passages
  const std::string_view line = passage.simplified();
  passage.for_each_simplified_match(
      furniture.matcher, [&](const text::WordMatch& match) { matches.push_back(match); });
  if (matches.empty() || is_prose_line(line)) return 0;
  Inventory inventory(line);
  for (const auto& match : matches)
    inventory.take(match, match.word_index >= furniture.num_phrases);
  return ratio(inventory.num_letters(), passage.characters().letters);
}

constexpr Example kExamples[] = {
    {.text = "责任编辑老李说，这篇稿子的来源：一封读者来信，不能说明问题，还要再去采访。",
     .left = "责任编辑老李说，这篇稿子的来源：一封读者来信，不能说明问题，还要再去采访。"},
    {.text = "来源：新华网 作者：王某 发布时间：2023-08-14 10:30\n故事从这里开始。\n上一篇 下一篇 "
             "返回顶部\n责任编辑：李某",
     .left = "故事从这里开始。"},
    {.text = "故事到此结束。\n分享到： 打印本页 字号：大 中 小", .left = "故事到此结束。"},
    {.text = "1. 注册\n考试时间：120分钟\n作者：曹雪芹（清）\n来源：《史记》",
     .left = "1. 注册\n考试时间：120分钟\n作者：曹雪芹（清）\n来源：《史记》"},
    {.text =
         "您當前的位置：首頁 > 新聞中心 > 行業動態\n故事從這裡開始。\n舉報/反饋\n延伸閱讀：老街",
     .left = "故事從這裡開始。"},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec page_furniture_ratio = rule({
    .name = "page_furniture_ratio",
    .version = 3,
    .level = Level::kParagraph,
    .summary = "Share of a paragraph's letters and Chinese characters in what pages say of "
               "themselves: paging, sharing, printing, source, editor, date, comments.",
    .why = "It stands around every article of a site and is part of none; as a share of the "
           "letters, dates and separators aside, sentences about editors and sources stay; a "
           "single word as 打印 or 作者： may be a heading or a fact, two of them are none; "
           "misleads on credits that belong to a text. Knows both scripts.",
    .unit = "share of letters",
    .keep = {.max = 0.5},
    .languages = kLanguages,
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at paragraph level; the phrases are ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_simplified_matcher<Params, Furniture, measure>,
});

}  // namespace tamis::rules
