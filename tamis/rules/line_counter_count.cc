#include <algorithm>

#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"
#include "tamis/text/white_space.h"

namespace tamis::rules {
namespace {

// What is counted, in English and Chinese; longer words before those that they begin with.
constexpr std::string_view kEnglish[] = {
    "likes",   "like",      "shares",    "share",    "comments",  "comment",   "retweets",
    "retweet", "reposts",   "repost",    "quotes",   "quote",     "bookmarks", "bookmark",
    "upvotes", "upvote",    "downvotes", "downvote", "downloads", "download",  "views",
    "view",    "followers", "follower",  "replies",  "reply"};
constexpr text::AffixList kChinese{{"赞",       "点赞",     "喜欢",   "收藏",    "评论",   "回复",
                                    "转发",     "分享",     "阅读",   "浏览",    "播放",   "点击",
                                    "下载",     "关注",     "粉丝",   "人气",    "阅读量", "浏览量",
                                    "播放量",   "点击量",   "点赞数", "评论数",  "阅读数", "浏览数",
                                    "浏览次数", "阅读次数", "点击数", "点击次数"}};
constexpr text::AffixList kUnits{{"个", "条", "次", "人", "位", "篇"}};
constexpr text::AffixList kInNumbers{{",", "."}};
// Behind the number of an item or a heading: "1. Download".
constexpr text::AffixList kBehindItemNumbers{{".", "．", "、", ")", "）"}};
constexpr text::AffixList kThousands{{"万", "千", "亿", "k", "m", "b", "w", "K", "M", "B", "W"}};
constexpr text::AffixList kFillers{
    {"·", "|", ",", ".", "(", ")", "+", "-", "，", "、", "：", ":", "（", "）", "｜", "•", "/"}};

void take_fillers(std::string_view& text) {
  do {
    text = text::strip_start(text);
  } while (kFillers.take_prefix(text));
}

// True of what Python's \w takes.
bool is_word_character(char32_t code_point) {
  using text::Traits;
  return code_point == U'_' ||
         text::letter_table()[code_point].has(Traits::kLetter | Traits::kNumber);
}

// `line` without the marks and spaces around it: DCLM's \W* at both ends.
std::string_view without_marks(std::string_view line) {
  while (!line.empty()) {
    const text::Decoded first = text::decode_code_point(line);
    if (is_word_character(first.code_point)) break;
    line.remove_prefix(first.num_bytes);
  }
  while (!line.empty()) {
    const text::Decoded last = text::decode_last_code_point(line);
    if (is_word_character(last.code_point)) break;
    line.remove_suffix(last.num_bytes);
  }
  return line;
}

// A digit of any script.
bool take_digit(std::string_view& text) {
  if (text.empty()) return false;
  const text::Decoded first = text::decode_code_point(text);
  if (!text::is_digit(first.code_point)) return false;
  text.remove_prefix(first.num_bytes);
  return true;
}

// A mark with a digit behind it.
bool take_in_number(std::string_view& text) {
  std::string_view rest = text;
  if (!kInNumbers.take_prefix(rest) || !take_digit(rest)) return false;
  text = rest;
  return true;
}

bool take_number(std::string_view& text) {
  if (!take_digit(text)) return false;
  do {
    while (take_digit(text)) continue;
  } while (take_in_number(text));
  kThousands.take_prefix(text);
  return true;
}

// An English word in any case, at its end too.
bool take_english(std::string_view& text) {
  for (const std::string_view word : kEnglish) {
    const bool is_there =
        text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(),
                                                 [](char a, char b) { return a == (b | 0x20); });
    if (!is_there) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

// "3 likes", "1.2K Comments", "128条评论", "3个赞".
bool take_number_first(std::string_view& text) {
  std::string_view rest = text;
  if (!take_number(rest) || kBehindItemNumbers.prefix_bytes(rest) > 0) return false;
  take_fillers(rest);
  kUnits.take_prefix(rest);
  if (!kChinese.take_prefix(rest) && !take_english(rest)) return false;
  text = rest;
  return true;
}

// "阅读 2万", "评论(3)": the other order, which Chinese has too.
bool take_name_first(std::string_view& text) {
  std::string_view rest = text;
  if (!kChinese.take_prefix(rest)) return false;
  take_fillers(rest);
  if (!take_number(rest)) return false;
  kUnits.take_prefix(rest);
  text = rest;
  return true;
}

double measure(const Passage& passage) {
  constexpr std::size_t kBytesMax = 200;  // no row of counters is longer
  std::string_view rest = without_marks(passage.simplified());
  if (rest.size() > kBytesMax) return 0;
  std::int64_t num_counters = 0;
  while (!rest.empty()) {
    if (!take_number_first(rest) && !take_name_first(rest)) return 0;
    ++num_counters;
    take_fillers(rest);
  }
  return static_cast<double>(num_counters);
}

constexpr Example kExamples[] = {
    {.text = "The mill still turns.\n3 likes\n1.2K Views · 14 comments",
     .left = "The mill still turns."},
    {.text = "磨坊仍在转动。\n3个赞\n128条评论\n阅读 2万", .left = "磨坊仍在转动。"},
    {.text = "It got 3 likes.\n12 views of the river\n3条评论说得很好\n1. Download\n2、分享",
     .left = "It got 3 likes.\n12 views of the river\n3条评论说得很好\n1. Download\n2、分享"},
};

}  // namespace

extern constinit const RuleSpec line_counter_count = rule({
    .name = "line_counter_count",
    .version = 3,
    .level = Level::kParagraph,
    .summary = "Number of counters, as 3 likes or 128条评论, of a line that consists of nothing "
               "else.",
    .why = "Forums and shops count what readers did; such a line belongs to the page and "
           "not to its text.",
    .unit = "counters",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Penedo et al. 2023 (RefinedWeb)",
               .url = "https://arxiv.org/abs/2306.01116",
               .where =
                   "appendix G.2, line-wise corrections; the English words are those of DCLM, in "
                   "the singular too, several to a line, and without white space "
                   "behind the number or with a mark there (3likes, 3 · likes), but no item of a "
                   "list (1. Downloads); replies and the Chinese ones are ours"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
