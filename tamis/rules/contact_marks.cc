#include "tamis/rules/contact_marks.h"

#include <algorithm>
#include <optional>
#include <span>

#include "tamis/base/ascii.h"
#include "tamis/rules/contact_anchors.h"
#include "tamis/rules/contact_mentions.h"
#include "tamis/rules/contact_offers.h"
#include "tamis/rules/phrases.h"
#include "tamis/text/affixes.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

using Kind = AnchorKind;

// Whom or what one adds, scans or follows; between the verb and the channel, or none.
constexpr std::string_view kObjects[] = {
    "我们",   "线上", "我",   "俺",   "咱",   "他",     "她",   "ta",   "TA",   "Ta",   "老师",
    "客服",   "小编", "助理", "店主", "群主", "管理员", "一下", "下",   "个",   "本人", "老板",
    "官方",   "学姐", "学长", "导师", "顾问", "楼主",   "博主", "经理", "作者", "助教", "助手",
    "班主任", "主播", "的",   "本",   "方",   "上",     "面",   "文末", "文章", "底部", "图中",
    "图片",   "以下", "右侧", "左侧", "此",   "该",     "这",   "企业", "个人", "工作", "私人",
    "专属",   "“",    "”",    "【",   "】",   "「",     "」",   " ",    "　",   "：",   ":",
    "+",      "＋",   "➕",   "微信", "QQ",   "美女",   "小姐", "先生", "医生", "律师", "号",
    "售后",   "商家", "卖家", "姐姐", "教练", "专员",   "运营", "人工", "在线", "王",   "李",
    "张",     "刘",   "陈",   "杨",   "黄",   "赵",     "周",   "吴",   "中",   "末",   "图"};

// `text` without up to five objects at its end.
std::string_view without_objects(std::string_view text) {
  constexpr int kObjectsMax = 5;
  for (int i = 0; i < kObjectsMax; ++i) {
    const auto* const found = std::ranges::find_if(
        kObjects, [&](std::string_view object) { return text.ends_with(object); });
    if (found == std::end(kObjects)) break;
    text.remove_suffix(found->size());
  }
  return text;
}

// True if `before` ends with the character that means adding, and not within another word.
bool ends_with_adding(std::string_view before) {
  static constexpr std::string_view kAdding[] = {"加", "＋", "➕", "+"};
  static constexpr std::string_view kOthers[] = {"增加", "参加", "更加", "附加", "强加",
                                                 "追加", "施加", "累加", "外加", "另加"};
  return text::ends_with_any(before, kAdding) && !text::ends_with_any(before, kOthers);
}

// True if a verb of getting in touch stands before a channel.
bool follows_contact_verb(std::string_view before) {
  static constexpr std::string_view kVerbs[] = {
      "添加",   "关注", "联系", "搜索", "搜",   "扫描", "扫码", "扫一扫", "扫",   "识别",
      "长按",   "私聊", "私信", "咨询", "戳",   "找",   "加入", "进入",   "询问", "保存",
      "收藏并", "新增", "備註", "掃描", "聯繫", "關注", "回复", "详询"};
  const std::string_view subject = without_objects(before);
  return ends_with_adding(subject) || text::ends_with_any(subject, kVerbs);
}

// True if one is told, some words before, to scan or to follow something.
bool is_scanned_or_followed(std::string_view before) {
  constexpr std::size_t kWindowBytes = 30;
  static constexpr std::string_view kVerbs[] = {"扫", "识别", "长按", "关注", "搜索", "掃", "關注"};
  const std::string_view window =
      before.substr(before.size() - std::min(before.size(), kWindowBytes));
  return std::ranges::any_of(
      kVerbs, [&](std::string_view verb) { return window.find(verb) != window.npos; });
}

// What stands between an account's name and its identifier.
struct Gap {
  std::size_t num_bytes = 0;
  bool announces = false;  // "is", "number", a colon
};

Gap gap_before_identifier(std::string_view text) {
  static constexpr std::string_view kAnnouncing[] = {"号码", "号",   "账号", "帐号", "ID", "id",
                                                     "：",   ":",    "为",   "是",   "搜", "同号",
                                                     "同步", "群号", "群",   "+",    "＋", "➕"};
  static constexpr std::string_view kFilling[] = {" ", "　", "“", "\"", "【", "（",
                                                  "(", "-",  "[", "，", "、", "/"};
  constexpr int kPartsMax = 5;
  Gap gap;
  for (int i = 0; i < kPartsMax; ++i) {
    const std::string_view rest = text.substr(gap.num_bytes);
    const auto starts = [&](std::string_view part) { return rest.starts_with(part); };
    if (const auto* part = std::ranges::find_if(kAnnouncing, starts);
        part != std::end(kAnnouncing)) {
      gap.num_bytes += part->size();
      gap.announces = true;
    } else if (const auto* filling = std::ranges::find_if(kFilling, starts);
               filling != std::end(kFilling)) {
      gap.num_bytes += filling->size();
    } else {
      break;
    }
  }
  return gap;
}

// The letters, digits, _ and - that `text` starts with.
std::string_view account_name(std::string_view text) {
  const auto* const end = std::ranges::find_if_not(
      text, [](char c) { return is_ascii_alphanumeric(c) || c == '_' || c == '-'; });
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

// How many bytes of `text` lead to and over an account's identifier: letters, digits, _ and -.
// Without a word that announces it, it must look like one: digits and letters, six at least.
std::size_t identifier_bytes(std::string_view text) {
  constexpr std::size_t kAnnouncedMin = 5;
  constexpr std::size_t kBareMin = 6;
  constexpr std::size_t kIdentifierMax = 20;
  const Gap gap = gap_before_identifier(text);
  const std::string_view name = account_name(text.substr(gap.num_bytes));
  const std::size_t num_bytes = name.size();
  if (num_bytes > kIdentifierMax) return 0;
  const auto num_letters = static_cast<std::size_t>(std::ranges::count_if(name, is_ascii_letter));
  const bool has_digit = std::ranges::any_of(name, is_ascii_digit);
  const bool looks_made_up = num_letters > 0 && num_letters < num_bytes && has_digit;
  const bool is_identifier =
      (gap.announces && num_bytes >= kAnnouncedMin) || (looks_made_up && num_bytes >= kBareMin);
  return is_identifier ? gap.num_bytes + num_bytes : 0;
}

// How many bytes of `text`, which follows "add", name an account in short: "V", "my Q".
std::size_t short_account_bytes(std::string_view text) {
  static constexpr std::string_view kNames[] = {
      "V信", "v信", "VX", "vx", "WX",   "wx",   "QQ", "qq",   "V",    "v",  "Ｖ",
      "Q",   "q",   "微", "薇", "威信", "扣扣", "扣", "卫星", "企鹅", "裙", "wei"};
  static constexpr std::string_view kBehind[] = {
      "，", "。", "！", "、", "；", "～", "~",  "：", ":",  "了", "领", "咨", "进", "免", "备",
      "拿", "获", "聊", "看", "一", "交", "学", "详", "号", "❤",  "）", ")",  "】", "吧", "哦"};
  std::size_t num_bytes = 0;
  constexpr int kObjectsMax = 3;
  for (int i = 0; i < kObjectsMax; ++i) {
    const auto starts = [&](std::string_view object) {
      return text.substr(num_bytes).starts_with(object);
    };
    const auto* const object = std::ranges::find_if(kObjects, starts);
    if (object == std::end(kObjects)) break;
    num_bytes += object->size();
  }
  const std::string_view rest = text.substr(num_bytes);
  const auto* const name =
      std::ranges::find_if(kNames, [&](std::string_view one) { return rest.starts_with(one); });
  if (name == std::end(kNames)) return 0;
  const std::string_view behind = rest.substr(name->size());
  num_bytes += name->size();
  const bool is_name = behind.empty() || text::starts_with_any(behind, kBehind);
  const std::size_t identifier = identifier_bytes(behind);
  const bool names_digits =
      behind.size() >= 5 && std::ranges::all_of(behind.substr(0, 5), is_ascii_digit);
  // "add" and a channel in Chinese, then letters: an account, if it has no digit.
  constexpr std::size_t kAccountMin = 6;
  const std::size_t account = is_ascii(name->front()) ? 0 : account_name(behind).size();
  if (account >= kAccountMin) return num_bytes + account;
  return is_name || identifier > 0 || names_digits ? num_bytes + identifier : 0;
}

// True if `after`, which follows "group", tells that one is asked to enter it.
bool calls_into_group(std::string_view before, std::string_view after) {
  static constexpr std::string_view kVerbs[] = {"进", "入", "拉", "加"};
  static constexpr std::string_view kKinds[] = {"微信", "QQ",   "qq",   "Q",    "q",    "交流",
                                                "学习", "粉丝", "福利", "VIP",  "vip",  "读者",
                                                "家长", "答疑", "讨论", "内部", "资料", "优惠",
                                                "购物", "副业", "兼职", "股票", "牛股", "咨询"};
  static constexpr std::string_view kBehind[] = {
      "，", "。", "！", "：", ":",  "领", "取", "免", "获", "咨",   "聊",   "学", "交",
      "备", "送", "享", "抽", "看", "拿", "讨", "抢", "即", "号",   "一起", " ",  "1",
      "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",  "～", "了解", "围观", "跟"};
  std::string_view group = before;
  bool is_named = false;
  for (const std::string_view kind : kKinds) {
    if (!group.ends_with(kind)) continue;
    group.remove_suffix(kind.size());
    is_named = true;
    break;
  }
  const std::string_view subject = is_named ? without_objects(group) : group;
  const bool has_verb = text::ends_with_any(subject, kVerbs) && !subject.ends_with("增加") &&
                        !subject.ends_with("参加");
  return has_verb && (is_named || after.empty() || text::starts_with_any(after, kBehind));
}

// How many bytes of `text` are a shop's code behind the opening sign: "￥AbCd1234567￥".
std::size_t shop_code_bytes(std::string_view text, std::string_view sign) {
  constexpr std::size_t kCodeMin = 8;
  constexpr std::size_t kCodeMax = 14;
  std::size_t num_bytes = 0;
  bool has_letter = false;
  while (num_bytes < text.size() && num_bytes <= kCodeMax &&
         (is_ascii_letter(text[num_bytes]) || is_ascii_digit(text[num_bytes]))) {
    has_letter = has_letter || is_ascii_letter(text[num_bytes]);
    ++num_bytes;
  }
  const bool is_code = num_bytes >= kCodeMin && num_bytes <= kCodeMax && has_letter &&
                       text.substr(num_bytes).starts_with(sign);
  return is_code ? num_bytes + sign.size() : 0;
}

// The mark that an anchor makes with what stands around it, words of selling aside.
std::optional<Span> mark_at(std::string_view text, Kind kind, Span anchor) {
  const std::string_view before = text.substr(0, anchor.begin);
  const std::string_view after = text.substr(anchor.begin + anchor.num_bytes);
  const auto reaching = [&](std::size_t num_bytes) {
    return Span{anchor.begin, anchor.num_bytes + num_bytes};
  };
  switch (kind) {
    case Kind::kAccount: {
      static constexpr std::string_view kOther[] = {"支付", "平台",   "用户", "登录", "红包",
                                                    "公众", "小程序", "群",   "号称"};
      const std::size_t identifier = identifier_bytes(after);
      const bool is_called = follows_contact_verb(before) && !text::starts_with_any(after, kOther);
      if (identifier > 0 || is_called) return reaching(identifier);
      return {};
    }
    case Kind::kPlace:
      if (follows_contact_verb(before) || is_scanned_or_followed(before)) return reaching(0);
      return {};
    case Kind::kTarget:
      if (follows_contact_verb(before)) return reaching(0);
      return {};
    case Kind::kAdd: {
      const std::size_t account = short_account_bytes(after);
      const std::string_view verb = text.substr(0, anchor.begin + anchor.num_bytes);
      const bool is_verb = ends_with_adding(verb) || verb.ends_with("联系");
      if (account > 0 && is_verb) return reaching(account);
      return {};
    }
    case Kind::kGroup:
      if (calls_into_group(before, after)) return reaching(0);
      return {};
    case Kind::kCall: {
      static constexpr std::string_view kOther[] = {"们", "的", "国", "家"};
      const bool is_in_word =
          (!before.empty() && is_ascii_letter(before.back())) || before.ends_with("阿");  // Ah Q
      if (!is_in_word && !text::starts_with_any(after, kOther)) return reaching(0);
      return {};
    }
    case Kind::kNumeral: {
      const std::size_t mobile = spelt_mobile_bytes(text.substr(anchor.begin));
      if (mobile > 0) return Span{anchor.begin, mobile};
      return {};
    }
    case Kind::kPrice: {
      const std::string_view sign = text.substr(anchor.begin, anchor.num_bytes);
      const std::size_t code = shop_code_bytes(after, sign);
      if (code > 0) return reaching(code);
      return {};
    }
    default:
      return {};
  }
}

// Sorts the marks and joins those that overlap.
void join_overlapping(std::vector<Span>& marks) {
  std::ranges::sort(marks, {}, &Span::begin);
  std::size_t num_joined = 0;
  for (const Span mark : marks) {
    if (num_joined > 0) {
      Span& last = marks[num_joined - 1];
      const std::size_t last_end = last.begin + last.num_bytes;
      if (mark.begin < last_end) {
        last.num_bytes = std::max(last_end, mark.begin + mark.num_bytes) - last.begin;
        continue;
      }
    }
    marks[num_joined++] = mark;
  }
  marks.resize(num_joined);
}

// Leaves out those marks that are only spoken of, with those that overlap them.
void erase_mentions(const Passage& passage, std::vector<Span>& marks) {
  if (marks.empty()) return;
  const std::string_view text = passage.simplified();
  const std::string_view vicinity =
      passage.vicinity().empty() ? text : passage.simplified_vicinity();
  const auto offset = static_cast<std::size_t>(text.data() - vicinity.data());
  std::ranges::sort(marks, {}, &Span::begin);
  std::size_t num_kept = 0;
  for (std::size_t i = 0; i < marks.size();) {
    const std::size_t first = i;
    bool is_mentioned = false;
    for (std::size_t end = 0; i < marks.size() && (i == first || marks[i].begin < end); ++i) {
      end = std::max(end, marks[i].begin + marks[i].num_bytes);
      is_mentioned |= is_mention(vicinity, {offset + marks[i].begin, marks[i].num_bytes});
    }
    if (is_mentioned) continue;
    for (std::size_t kept = first; kept < i; ++kept) marks[num_kept++] = marks[kept];
  }
  marks.resize(num_kept);
}

}  // namespace

Result<ContactMarks> ContactMarks::make(const ContactMarkParams& params) {
  std::vector<std::string> words = in_both_scripts(params.marks);
  const std::size_t num_calls = words.size();
  for (const Anchor& anchor : contact_anchors()) words.emplace_back(anchor.word);
  TAMIS_ASSIGN(text::WordMatcher anchors, text::WordMatcher::make(words));
  TAMIS_ASSIGN(AdvertisingClauses advertising, AdvertisingClauses::make());
  return ContactMarks(std::move(anchors), num_calls, std::move(advertising));
}

void ContactMarks::find_structures(const Passage& passage, std::vector<Span>& marks) const {
  const std::string_view text = passage.simplified();
  Offer offer;
  passage.for_each_simplified_match(anchors_, [&](const text::WordMatch& match) {
    const Span word = {match.begin, match.num_bytes};
    if (match.word_index < num_calls_) {
      marks.push_back(word);
      return;
    }
    const Kind kind = contact_anchors()[match.word_index - num_calls_].kind;
    if (const auto mark = mark_at(text, kind, word)) marks.push_back(*mark);
    const bool sells = kind >= Kind::kUrge;
    if (!sells) return;
    if (const auto mark = offer.take(text, kind, word)) marks.push_back(*mark);
  });
}

void ContactMarks::find(const Passage& passage, std::vector<Span>& marks) const {
  marks.clear();
  find_structures(passage, marks);
  advertising_.find(passage, marks);
  erase_mentions(passage, marks);
  find_contact_numbers(passage.simplified(), marks);
  if (marks.size() > 1) join_overlapping(marks);
}

double contact_mark_share(const ContactMarks& marks, const Passage& passage) {
  std::int64_t num_inside = 0;
  for (const Span mark : passage.found_by(marks)) {
    num_inside += static_cast<std::int64_t>(
        text::count_code_points(passage.text().substr(mark.begin, mark.num_bytes)));
  }
  return ratio(num_inside, passage.num_code_points());
}

}  // namespace tamis::rules
