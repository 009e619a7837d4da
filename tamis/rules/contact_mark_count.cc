#include <algorithm>
#include <string>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {
namespace {

struct Params {
  std::vector<std::string> marks = {
      "加微信",   "加V信",      "加薇信",       "微信号",         "微信公众号：", "关注公众号",
      "关注微信", "关注我们",   "扫码关注",     "扫码添加",       "扫码加",       "扫码进群",
      "扫码领",   "扫码咨询",   "扫码下载",     "扫码了解",       "扫一扫",       "扫描二维码",
      "长按识别", "长按二维码", "识别二维码",   "QQ群",           "加群：",       "加群:",
      "进群领",   "加入群聊",   "加QQ",         "客服QQ",         "联系QQ",       "联系电话",
      "咨询电话", "咨询热线",   "服务热线",     "订购热线",       "客服热线",     "全国热线",
      "联系客服", "在线咨询",   "免费咨询",     "欢迎来电",       "欢迎咨询",     "点击购买",
      "立即购买", "点击下单",   "立即下单",     "点击领取",       "免费领取",     "限时抢购",
      "点击链接", "戳链接",     "点击阅读原文", "点击“阅读原文”", "包邮",         "私信我",
      "加我微信", "手机号码：", "下载APP",      "下载客户端"};
};

constexpr ParamSpec kParams[] = {
    param<&Params::marks>("marks",
                          "What counts besides numbers; ASCII letters match in either case."),
};

struct Marks {
  text::WordMatcher matcher;

  static Result<Marks> make(const Params& params) {
    TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(params.marks));
    return Marks{std::move(matcher)};
  }
};

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// The mark between two groups of digits that `text` starts with, or nothing.
std::string_view joint_of(std::string_view text) {
  static constexpr std::string_view kJoints[] = {"-", " ", ")", "）"};
  for (const std::string_view joint : kJoints) {
    const bool joins =
        text.starts_with(joint) && text.size() > joint.size() && is_ascii_digit(text[joint.size()]);
    if (joins) return joint;
  }
  return {};
}

// Digits in groups with single marks between: "138-0013-8000", "400 800 1234", "0571)88888888".
struct Number {
  std::string_view text;
  std::string digits;
  std::size_t first_group_digits = 0;
  int num_groups = 1;
};

// Reads the number that starts at the digit `start`.
Number read_number(std::string_view text, std::size_t start) {
  constexpr std::size_t kDigitsMax = 20;  // longer runs are no telephone numbers
  Number number;
  std::size_t end = start;
  while (end < text.size()) {
    if (is_ascii_digit(text[end])) {
      if (number.digits.size() <= kDigitsMax) number.digits += text[end];
      if (number.num_groups == 1) ++number.first_group_digits;
      ++end;
      continue;
    }
    const std::string_view joint = joint_of(text.substr(end));
    if (joint.empty()) break;
    ++number.num_groups;
    end += joint.size();
  }
  number.text = text.substr(start, end - start);
  return number;
}

bool is_mobile(std::string_view digits) {
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

// Mobile numbers (1[3-9] and nine digits), also behind +86, service numbers (400 or 800 and
// seven), and land lines with an area code that begins with 0. A telephone number has three groups
// at most, the first of three digits or more: an ISBN or a date has not.
bool is_telephone(const Number& number) {
  const std::string_view digits = number.digits;
  if (digits.size() == 13 && digits.starts_with("86")) return is_mobile(digits.substr(2));
  if (number.num_groups > 3 || number.first_group_digits < 3) return false;
  if (is_mobile(digits)) return true;
  if (digits.size() == 10 && (digits.starts_with("400") || digits.starts_with("800"))) return true;
  return digits.size() >= 10 && digits.size() <= 12 && digits[0] == '0' && digits[1] != '0';
}

// True of "3.1415926535", "15890000000.00" and "15890000000元".
bool is_amount(std::string_view before, std::string_view after) {
  static constexpr std::string_view kUnits[] = {"元", "美元", "港元", "股", "人", "吨", "万", "亿"};
  if (before.size() > 1 && before.back() == '.' && is_ascii_digit(before[before.size() - 2]))
    return true;
  if (after.size() > 1 && after[0] == '.' && is_ascii_digit(after[1])) return true;
  return std::any_of(std::begin(kUnits), std::end(kUnits),
                     [&](std::string_view unit) { return after.starts_with(unit); });
}

// True if an account's name ends `before`: "QQ: ", "VX", "微信：".
bool follows_account_name(std::string_view before) {
  static constexpr std::string_view kFillers[] = {":", "：", " ", "号", "为", "是"};
  static constexpr std::string_view kNames[] = {"QQ", "qq", "Qq", "VX",  "vx",
                                                "Vx", "WX", "wx", "微信"};
  for (int num_fillers = 0; num_fillers < 4; ++num_fillers) {
    for (const std::string_view filler : kFillers) {
      if (before.ends_with(filler)) before.remove_suffix(filler.size());
    }
  }
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [&](std::string_view name) { return before.ends_with(name); });
}

std::int64_t count_numbers(std::string_view text) {
  std::int64_t num_found = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_ascii_digit(text[at])) {
      ++at;
      continue;
    }
    const Number number = read_number(text, at);
    const std::string_view before = text.substr(0, at);
    at += number.text.size();
    const bool is_account = number.digits.size() >= 5 && follows_account_name(before);
    const bool is_call = is_telephone(number) && !is_amount(before, text.substr(at));
    num_found += is_account || is_call ? 1 : 0;
  }
  return num_found;
}

double measure(const Passage& passage, const Marks& marks) {
  std::vector<text::WordMatcher::Match> matches;
  marks.matcher.find(passage.text(), matches);
  return static_cast<double>(matches.size()) + static_cast<double>(count_numbers(passage.text()));
}

constexpr Example kExamples[] = {
    {.text = "微信已经成为最常用的通信工具，2023年用户超过13亿。",
     .left = "微信已经成为最常用的通信工具，2023年用户超过13亿。"},
    {.text = "这道菜酸甜可口，做法也很简单，想学更多请加微信abc12345。",
     .left = "这道菜酸甜可口，做法也很简单。"},
    {.text = "秋天的山很美，咨询电话13800138000，值得一去。", .left = "秋天的山很美，值得一去。"},
    {.text = "书里讲了三个故事。客服QQ：123456789！", .left = "书里讲了三个故事。"},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec contact_mark_count = rule({
    .name = "contact_mark_count",
    .version = 1,
    .level = Level::kClause,
    .summary = "Number of calls to add an account, scan a code, ring a number or buy, in a clause.",
    .why = "Chinese pages plant advertisements inside good paragraphs: the clause goes, the "
           "paragraph stays; misleads on reports that quote a number to call.",
    .unit = "marks",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .languages = kLanguages,
    .source = {.work = "Gan et al. 2023 (Ziya2)",
               .url = "https://arxiv.org/abs/2311.03301",
               .where = "section 2.2, rules at sentence level; marks and numbers are ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_model<Params, Marks, measure>,
});

}  // namespace tamis::rules
