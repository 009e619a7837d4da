#include "tamis/rules/contact_mentions.h"

#include <algorithm>
#include <span>

#include "tamis/base/ascii.h"
#include "tamis/rules/contact_numbers.h"
#include "tamis/text/affixes.h"
#include "tamis/text/sentence_marks.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

using Words = std::span<const std::string_view>;

using IsEnd = bool (*)(char32_t);

bool ends_sentence(char32_t code_point) {
  const text::Mark mark = text::mark_of(code_point);
  return code_point == U'\n' || mark == text::Mark::kWide || mark == text::Mark::kExclamation ||
         mark == text::Mark::kEllipsis;
}

// What stands behind a colon belongs to what leads to it: "so-called: free".
bool ends_clause(char32_t code_point) {
  const text::Mark mark = text::mark_of(code_point);
  const bool is_comma = mark == text::Mark::kComma || mark == text::Mark::kWideComma;
  return ends_sentence(code_point) || (is_comma && code_point != U'：');
}

// What follows the last end in `text`.
std::string_view behind_last(std::string_view text, IsEnd is_end) {
  std::size_t begin = text.size();
  while (begin > 0) {
    const text::Decoded last = text::decode_last_code_point(text.substr(0, begin));
    if (is_end(last.code_point)) break;
    begin -= last.num_bytes;
  }
  return text.substr(begin);
}

std::string_view before_first(std::string_view text, IsEnd is_end) {
  std::size_t end = 0;
  while (end < text.size()) {
    const text::Decoded first = text::decode_code_point(text.substr(end));
    if (is_end(first.code_point)) break;
    end += first.num_bytes;
  }
  return text.substr(0, end);
}

bool has_any(std::string_view text, Words words) {
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return text.find(word) != text.npos; });
}

// What stands before a mark and behind it.
struct Surroundings {
  std::string_view before;
  std::string_view after;

  Surroundings within(IsEnd is_end) const {
    return {behind_last(before, is_end), before_first(after, is_end)};
  }
};

// An account's name, or a word that is none of Chinese.
bool has_latin_word(std::string_view text) {
  constexpr std::size_t kLettersMin = 4;
  std::size_t num_letters = 0;
  for (const char c : text) {
    num_letters = is_ascii_letter(c) ? num_letters + 1 : 0;
    if (num_letters == kLettersMin) return true;
  }
  return false;
}

// True of what says where or at what price.
bool identifies(std::string_view text) {
  return has_latin_word(text) || find_digit(text, 0) < text.size();
}

// True if a clause speaks to its reader, or identifies something.
bool calls(std::string_view clause) {
  static constexpr std::string_view kCalling[] = {"请", "快",   "赶紧",   "立即", "立刻", "马上",
                                                  "速", "欢迎", "亲们",   "您",   "你",   "我",
                                                  "咱", "本店", "本公司", "本号", "小编", "即可"};
  return has_any(clause, kCalling) || identifies(clause);
}

// True of a sentence that warns of such offers, or tells of those who were punished for them.
bool warns(const Surroundings& sentence) {
  static constexpr std::string_view kWarnings[] = {
      "警方",   "民警", "公安", "骗局", "骗子", "诈骗", "受骗",   "被骗",   "骗取",  "骗人",
      "凡是",   "切勿", "轻信", "警惕", "传销", "违法", "非法",   "犯罪",   "查处",  "打击",
      "要小心", "严禁", "禁止", "套取", "诱饵", "上当", "受害人", "受害者", "嫌疑人"};
  return has_any(sentence.before, kWarnings) || has_any(sentence.after, kWarnings);
}

// True of a sentence that says what others say, promise or are accused of.
bool reports(const Surroundings& sentence) {
  static constexpr std::string_view kReporting[] = {
      "表示，",   "表示：",   "认为，",   "认为：",   "指出，", "指出：", "强调，", "称，",
      "指控",     "诉称",     "辩称",     "公诉机关", "法院",   "被告",   "原告",   "判决",
      "公司承诺", "商家承诺", "平台承诺", "卖家承诺", "为噱头", "为名",   "为诱饵", "的名义"};
  return has_any(sentence.before, kReporting) || has_any(sentence.after, kReporting);
}

// A number or name that a reader is to remember: an account, a telephone.
bool has_account(std::string_view text) {
  constexpr int kDigitsMin = 5;
  int num_digits = 0;
  for (const char c : text) {
    num_digits = is_ascii_digit(c) ? num_digits + 1 : 0;
    if (num_digits == kDigitsMin) return true;
  }
  return has_latin_word(text);
}

// True if a clause speaks to its reader.
bool addresses(std::string_view clause) {
  static constexpr std::string_view kReaders[] = {"请",   "快来",   "赶紧", "欢迎", "亲们", "您",
                                                  "本店", "本公司", "本号", "小编", "我们", "加我"};
  return has_any(clause, kReaders);
}

// True if what stands in the clause makes the mark a word that is spoken of.
bool is_named(const Surroundings& clause) {
  static constexpr std::string_view kBefore[] = {"所谓", "号称", "打着", "谎称", "自称", "声称"};
  static constexpr std::string_view kBehind[] = {
      "是",     "这个",   "这种", "这类", "这句", "这些",  "这一",
      "一词",   "一说",   "二字", "两字", "四字", "的说",  "的口号",
      "两个字", "四个字", "那天", "期间", "按钮", "”按钮", "」按钮"};
  // "What is free turns out not to be."
  static constexpr std::string_view kDenying[] = {"并不", "却", "其实", "往往", "不过是"};
  return has_any(clause.before, kBefore) || text::starts_with_any(clause.after, kBehind) ||
         (clause.after.starts_with("的") && has_any(clause.after, kDenying));
}

// True if somebody else than the reader does it: "he scanned".
bool is_told_of_others(const Surroundings& clause) {
  static constexpr std::string_view kOthers[] = {
      "他",     "她",   "人们", "老人", "顾客", "乘客", "市民", "游客", "村民", "记者",
      "消费者", "商家", "母亲", "父亲", "学生", "患者", "居民", "店主", "双方"};
  return text::starts_with_any(clause.before, kOthers);
}

}  // namespace

bool is_mention(std::string_view text, Span mark) {
  constexpr std::size_t kNearBytes = 150;  // four clauses or five
  const std::size_t end = mark.begin + mark.num_bytes;
  const std::size_t begin = mark.begin - std::min(mark.begin, kNearBytes);
  const Surroundings near = {text.substr(begin, mark.begin - begin), text.substr(end, kNearBytes)};
  const Surroundings sentence = near.within(ends_sentence);
  const Surroundings clause = near.within(ends_clause);
  const std::string_view words = text.substr(mark.begin, mark.num_bytes);
  const bool is_quoted = !addresses(clause.before) && !addresses(clause.after) &&
                         !addresses(words) && !has_account(clause.before) &&
                         !has_account(clause.after) && !has_account(words);
  if (is_quoted && reports(sentence)) return true;
  const bool is_call = calls(clause.before) || calls(clause.after) || identifies(words);
  if (is_call) return false;
  return is_named(clause) || is_told_of_others(clause) || warns(sentence);
}

}  // namespace tamis::rules
