#include <algorithm>
#include <string>
#include <vector>

#include "tamis/base/ascii.h"
#include "tamis/rules/phrases.h"
#include "tamis/rules/prose_line.h"
#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"
#include "tamis/text/utf8.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {
namespace {

struct Params {
  std::vector<std::string> marks = {"ICP备",
                                    "ICP证",
                                    "ICP號",
                                    "网安备",
                                    "公安备",
                                    "版权所有",
                                    "版權所有",
                                    "著作權所有",
                                    "©",
                                    "Copyright",
                                    "All Rights Reserved",
                                    "保留所有权利",
                                    "违法和不良信息",
                                    "不得转载",
                                    "禁止转载",
                                    "严禁转载"};
  std::vector<std::string> line_marks = {"举报电话", "举报邮箱", "未经授权不得", "未经许可不得"};
  std::vector<std::string> numbered_marks = {"备案号",   "备案编号", "许可证",   "许可证号",
                                             "经营许可", "资格证书", "营业执照", "网站标识码",
                                             "信用代码", "标准号",   "批准文号"};
};

constexpr ParamSpec kParams[] = {
    param<&Params::marks>("marks",
                          "What counts, with the number behind it; ASCII letters match "
                          "in either case."),
    param<&Params::line_marks>("line_marks", "What counts only in a line that is no sentence."),
    param<&Params::numbered_marks>("numbered_marks", "What counts only with a number behind it."),
};

struct Marks {
  text::WordMatcher matcher;
  std::size_t num_plain = 0;       // words before this one need nothing else
  std::size_t num_unnumbered = 0;  // and before this one no number

  static Result<Marks> make(const Params& params) {
    std::vector<std::string> words = in_both_scripts(params.marks);
    const std::size_t num_plain = words.size();
    const auto append = [&](const std::vector<std::string>& marks) {
      for (std::string& mark : in_both_scripts(marks)) words.push_back(std::move(mark));
    };
    append(params.line_marks);
    const std::size_t num_unnumbered = words.size();
    append(params.numbered_marks);
    TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(words));
    return Marks{std::move(matcher), num_plain, num_unnumbered};
  }
};

bool is_of_number(char byte) {
  return is_ascii_digit(byte) || is_ascii_upper(byte) || byte == '-' || byte == ' ' ||
         byte == '.' || byte == ':' || byte == '(' || byte == ')' || byte == '/';
}

// How many bytes of `text` are the number of a licence: digits, capitals and marks, and the words
// that numbers have between.
std::size_t number_bytes(std::string_view text) {
  static constexpr std::string_view kWords[] = {"编", "号", "：", "（", "）", "字", "证", "第",
                                                "京", "—",  "－", "［", "］", "〔", "〕", "网"};
  std::size_t num_bytes = 0;
  while (num_bytes < text.size()) {
    if (is_of_number(text[num_bytes])) {
      ++num_bytes;
      continue;
    }
    std::size_t word_bytes = 0;
    for (const std::string_view word : kWords) {
      if (text.substr(num_bytes).starts_with(word)) word_bytes = word.size();
    }
    if (word_bytes == 0) break;
    num_bytes += word_bytes;
  }
  return num_bytes;
}

std::int64_t count_digits(std::string_view text) {
  return std::count_if(text.begin(), text.end(), is_ascii_digit);
}

// True of a mark that is part of a word of law: "版权所有者".
bool is_of_owner(std::string_view mark, std::string_view after) {
  static constexpr std::string_view kOwners[] = {"者", "人", "权"};
  return mark.ends_with("所有") && text::starts_with_any(after, kOwners) &&
         !after.starts_with("人民");
}

double measure(const Passage& passage, const Marks& marks) {
  constexpr std::int64_t kDigitsMin = 4;
  std::vector<text::WordMatcher::Match> matches;  // without memory for nearly all passages
  passage.for_each_simplified_match(
      marks.matcher, [&](const text::WordMatch& match) { matches.push_back(match); });
  if (matches.empty()) return 0;
  std::int64_t num_inside = 0;
  std::size_t covered_to = 0;
  const bool is_of_prose = is_prose_line(passage.simplified());
  for (const auto& match : matches) {
    if (match.begin < covered_to) continue;
    const bool is_plain = match.word_index < marks.num_plain;
    const bool needs_line = !is_plain && match.word_index < marks.num_unnumbered;
    const bool needs_number = !is_plain && !needs_line;
    const std::size_t end = match.begin + match.num_bytes;
    const std::string_view after = passage.simplified().substr(end);
    const std::string_view mark = passage.simplified().substr(match.begin, match.num_bytes);
    if (is_of_owner(mark, after) || (needs_line && is_of_prose)) continue;
    const std::string_view number = after.substr(0, number_bytes(after));
    if (needs_number && count_digits(number) < kDigitsMin) continue;
    covered_to = end + number.size();
    num_inside += static_cast<std::int64_t>(text::count_code_points(
        passage.simplified().substr(match.begin, covered_to - match.begin)));
  }
  return ratio(num_inside, passage.num_code_points());
}

constexpr Example kExamples[] = {
    {.text = "版权所有者依法享有署名权。\n群众可通过举报电话010-12388反映问题。",
     .left = "版权所有者依法享有署名权。\n群众可通过举报电话010-12388反映问题。"},
    {.text = "故事到此结束。\n版权所有人民网 2024", .left = "故事到此结束。"},
    {.text = "故事到此结束。\n违法和不良信息举报电话：010-12345678 举报邮箱：jubao@a.cn",
     .left = "故事到此结束。"},
    {.text =
         "网站开办者应当向通信管理部门办理备案手续，取得备案号，并在网站首页底部的中央位置标明；"
         "未备案的网站，接入服务商不得为其提供接入服务。",
     .left =
         "网站开办者应当向通信管理部门办理备案手续，取得备案号，并在网站首页底部的中央位置标明；"
         "未备案的网站，接入服务商不得为其提供接入服务。"},
    {.text = "故事到此结束。\n京ICP备10000000号-1 京公网安备 11010100000001号",
     .left = "故事到此结束。"},
    {.text = "故事到此结束。\n互联网新闻信息服务许可证编号：10120170033", .left = "故事到此结束。"},
    {.text = "故事到此结束。\nCopyright © 2003-2023 某某网 版权所有", .left = "故事到此结束。"},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec filing_mark_ratio = rule({
    .name = "filing_mark_ratio",
    .version = 3,
    .level = Level::kParagraph,
    .summary = "Share of a paragraph's code points in copyright lines and in the numbers of "
               "filings and licences that Chinese sites must show.",
    .why = "Every page of a site ends with them; as a share, texts about filings stay; misleads on "
           "lists of licences.",
    .unit = "share of code points",
    .keep = {.max = 0.2},
    .languages = kLanguages,
    .source = {.work = "MNBVC",
               .url = "https://github.com/esbatmop/MNBVC",
               .where = "project wiki, cleaning of web pages: footers; the marks are ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_simplified_matcher<Params, Marks, measure>,
});

}  // namespace tamis::rules
