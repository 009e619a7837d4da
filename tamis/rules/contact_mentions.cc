#include "tamis/rules/contact_mentions.h"

#include <algorithm>
#include <span>

#include "tamis/base/ascii.h"
#include "tamis/rules/contact_numbers.h"
#include "tamis/text/affixes.h"

namespace tamis::rules {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view kSentenceMarks[] = {"。", "！", "？", "\n"};
constexpr std::string_view kClauseMarks[] = {"。", "！", "？", "\n", "，", "；", "、", ",", ";"};

// Where the last of `marks` in `text` ends; 0 if there is none.
std::size_t end_of_last(std::string_view text, Words marks) {
  std::size_t end = 0;
  for (const std::string_view mark : marks) {
    const std::size_t at = text.rfind(mark);
    if (at != text.npos) end = std::max(end, at + mark.size());
  }
  return end;
}

std::size_t begin_of_first(std::string_view text, Words marks) {
  std::size_t begin = text.size();
  for (const std::string_view mark : marks) begin = std::min(begin, text.find(mark));
  return begin;
}

bool has_any(std::string_view text, Words words) {
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return text.find(word) != text.npos; });
}

// What stands before a mark and behind it.
struct Surroundings {
  std::string_view before;
  std::string_view after;

  Surroundings within(Words marks) const {
    return {before.substr(end_of_last(before, marks)),
            after.substr(0, begin_of_first(after, marks))};
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

// True if a clause speaks to its reader, or says where or at what price.
bool calls(std::string_view clause) {
  static constexpr std::string_view kCalling[] = {"请", "快",   "赶紧",   "立即", "立刻", "马上",
                                                  "速", "欢迎", "亲们",   "您",   "你",   "我",
                                                  "咱", "本店", "本公司", "本号", "小编", "即可"};
  return has_any(clause, kCalling) || has_latin_word(clause) ||
         find_digit(clause, 0) < clause.size();
}

// True of a sentence that warns of such offers, or tells of those who were punished for them.
bool warns(const Surroundings& sentence) {
  static constexpr std::string_view kWarnings[] = {"警方", "民警", "公安", "骗局", "骗子", "诈骗",
                                                   "受骗", "被骗", "骗取", "骗人", "凡是", "切勿",
                                                   "轻信", "警惕", "传销", "违法", "非法", "犯罪",
                                                   "查处", "打击", "严禁", "禁止", "套取"};
  return has_any(sentence.before, kWarnings) || has_any(sentence.after, kWarnings);
}

// True if what stands in the clause makes the mark a word that is spoken of.
bool is_named(const Surroundings& clause) {
  static constexpr std::string_view kBefore[] = {"所谓", "号称", "打着", "谎称", "自称", "声称"};
  static constexpr std::string_view kBehind[] = {
      "是",   "这个", "这种", "这类", "这句",   "这些",   "这一",   "一词", "一说",
      "二字", "两字", "四字", "的说", "的口号", "两个字", "四个字", "那天", "期间"};
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
  const Surroundings sentence = near.within(kSentenceMarks);
  const Surroundings clause = near.within(kClauseMarks);
  if (calls(clause.before) || calls(clause.after)) return false;
  return is_named(clause) || is_told_of_others(clause) || warns(sentence);
}

}  // namespace tamis::rules
