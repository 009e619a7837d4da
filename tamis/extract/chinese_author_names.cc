#include "tamis/extract/chinese_author_names.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <utility>

#include "tamis/extract/ascii.h"
#include "tamis/extract/author_names.h"
#include "tamis/text/affixes.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

// What may stand between a mark and a name, a bit each.
enum Separator : unsigned { kBar = 1, kColon = 2, kSpace = 4 };

struct Mark {
  std::string_view word;
  unsigned separators;
};

// "原文：" and "全文：" end in 文, too.
constexpr Mark kWriterMarks[] = {{"作者", kBar | kColon | kSpace},
                                 {"作 者", kBar | kColon},
                                 {"撰文", kBar | kColon},
                                 {"撰稿", kBar | kColon},
                                 {"文", kBar}};
constexpr Mark kReporterMarks[] = {{"记者", kBar | kColon | kSpace},
                                   {"記者", kBar | kColon | kSpace}};
constexpr Mark kTranslatorMarks[] = {{"编译", kBar | kColon}};
constexpr Mark kSourceMarks[] = {{"来源", kBar | kColon}, {"來源", kBar | kColon}};

// What stands before 来源 where it is not that of the page.
constexpr std::string_view kOtherSources[] = {"图",   "圖",   "图片", "圖片", "照片", "视频",
                                              "封面", "数据", "數據", "资料", "資料", "素材"};

constexpr text::AffixList kBars{{"/", "／", "｜", "|", "丨"}};
constexpr text::AffixList kListMarks{{"、"}};
constexpr text::AffixList kColons{{"：", ":"}};

// Frequent surnames, simplified and traditional: what tells 记者张三 from 记者手记.
constexpr std::u32string_view kSurnames =
    U"王李张劉刘陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭"
    U"曾肖蕭田董潘"
    U"袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟"
    U"秦邱侯張溫洪施柯翁詹簡简藍蓝歐欧游"
    U"江尹薛闫段雷龙龍史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔汤湯温";

// Where a name ends. A dot may be inside of one, "、" parts two.
constexpr text::AffixList kNameEnds{
    {"|",  "丨", "•",  "—",  "–",  "/",  "(",  ")",        "[",        "\n",   ",",
     ";",  "｜", "，", "。", "、", "（", "）", "；",       "　",       "»",    ">",
     "【", "：", ":",  " ",  "／", "〔", "〕", "责任编辑", "責任編輯", "责编", "責編"}};

// What is written behind a reporter's name without a space.
constexpr text::AffixList kReports{{"报道", "報道", "報導", "摄", "攝", "通讯员", "文并", "整理"}};

// Behind the name of who took a picture, alone; who writes as well is credited with 摄影报道.
constexpr text::AffixList kPhotographs{{"摄", "攝"}};
constexpr text::AffixList kPhotographsAndReports{{"摄影报", "攝影報", "摄影并", "攝影並"}};

void skip_spaces(std::string_view& text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
}

// Takes one of `separators` off the front of `text`, and says which; 0 for none.
unsigned skip_separator(std::string_view& text, unsigned separators) {
  const bool has_space = text.starts_with(' ');
  skip_spaces(text);
  const bool is_bar = (separators & kBar) != 0 && kBars.take_prefix(text);
  const bool is_colon = !is_bar && (separators & kColon) != 0 && kColons.take_prefix(text);
  skip_spaces(text);
  if (is_bar || is_colon) return is_bar ? kBar : kColon;
  return has_space ? separators & kSpace : 0;
}

// "[美]" before a name, with or without a space behind it.
void skip_country(std::string_view& text) {
  constexpr std::size_t kReach = 16;
  constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {
      {"[", "]"}, {"【", "】"}, {"（", "）"}, {"(", ")"}, {"〔", "〕"}};
  for (const auto& [opening, closing] : kBrackets) {
    const std::size_t end =
        text.starts_with(opening) ? text.substr(0, kReach).find(closing) : std::string_view::npos;
    if (end != text.npos) text.remove_prefix(end + closing.size());
  }
  skip_spaces(text);
}

text::Traits traits_at_front(std::string_view text) {
  return text::letter_table()[text::decode_code_point(text).code_point];
}

// True for the spaces of "John Smith" and "J. K. Rowling".
bool parts_latin_words(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || text[at] != ' ') return false;
  const std::string_view word = text.substr(0, at > 0 && text[at - 1] == '.' ? at - 1 : at);
  if (word.empty()) return false;
  const char32_t last = text::decode_last_code_point(word).code_point;
  return text::letter_table()[last].script() == text::Script::kLatin &&
         traits_at_front(text.substr(at + 1)).script() == text::Script::kLatin;
}

// Latin words go on to the last with a capital, as in "Voice of America", but not to that of the
// next mark: "Editor:".
std::string_view until_name_end(std::string_view text) {
  text = until_parting_dot(text.substr(0, 2 * kNameBytesMax));
  std::size_t end = kNameEnds.find(text);
  std::size_t at = end;
  for (std::size_t i = 1; i < kNameWordsMax && parts_latin_words(text, at); ++i) {
    const bool is_capital = traits_at_front(text.substr(at + 1)).has(text::Traits::kUpperCase);
    at = kNameEnds.find(text, at + 1);
    if (kColons.prefix_bytes(text.substr(at)) > 0) break;
    if (is_capital) end = at;
  }
  return text.substr(0, end);
}

// Two or three characters, the first of them a surname.
bool is_person(std::string_view name) {
  if (name.empty()) return false;
  std::size_t count = 0;
  const char32_t first = text::decode_code_point(name).code_point;
  for (std::string_view rest = name; !rest.empty() && count <= 3; ++count) {
    const text::Decoded decoded = text::decode_code_point(rest);
    if (!text::is_han(decoded.code_point)) return false;
    rest.remove_prefix(decoded.num_bytes);
  }
  return (count == 2 || count == 3) && kSurnames.find(first) != kSurnames.npos;
}

// Two to four of any, which all that follows a mark may be.
bool may_be_person(std::string_view name) {
  constexpr std::size_t kNumCharactersMax = 4;
  std::size_t count = 0;
  for (; !name.empty(); ++count) {
    const text::Decoded decoded = text::decode_code_point(name);
    if (!text::is_han(decoded.code_point)) return false;
    name.remove_prefix(decoded.num_bytes);
  }
  return count >= 2 && count <= kNumCharactersMax;
}

// Behind "记者：" stands a name, or what a reporter asked in an interview.
bool names_reporter(std::string_view text) {
  skip_country(text);
  const std::string_view name = until_name_end(text);
  const bool is_latin = traits_at_front(name).script() == text::Script::kLatin;
  return is_latin || is_person(name) || (name.size() == text.size() && may_be_person(name));
}

bool is_photographer(std::string_view behind_name) {
  skip_spaces(behind_name);
  return kPhotographs.prefix_bytes(behind_name) > 0 &&
         kPhotographsAndReports.prefix_bytes(behind_name) == 0;
}

// "文/图：张三" is of the pictures, too.
bool is_single_character(std::string_view name) {
  return text::decode_code_point(name).num_bytes == name.size();
}

// The names at the front of `text`: the first of any form, and behind it those parted by "、", or
// by a space where they are a person's.
std::string read_names(std::string_view text) {
  skip_country(text);
  const std::string_view first = until_name_end(text);
  if (first.empty() || first.size() > kNameBytesMax) return {};
  if (is_single_character(first) || std::ranges::any_of(first, is_ascii_digit)) return {};
  std::string names(first);
  text.remove_prefix(first.size());
  if (kColons.prefix_bytes(text) > 0) return {};  // the next label, behind an empty field
  for (int i = 1; i < kNumNamesMax; ++i) {
    const bool has_space = text.starts_with(' ');
    skip_spaces(text);
    const bool is_list = kListMarks.take_prefix(text);
    const std::string_view name = until_name_end(text);
    if (name.empty() || name.size() > kNameBytesMax) break;
    if (std::ranges::any_of(name, is_ascii_digit)) break;
    text.remove_prefix(name.size());
    if (kColons.prefix_bytes(text) > 0 || (!is_list && !(has_space && is_person(name)))) break;
    names.append(", ").append(name);
  }
  return names;
}

// "张三、李四报道": names behind 记者 without a colon, where a sentence may go on as well.
std::string read_persons(std::string_view text) {
  std::string names;
  for (int i = 0; i < kNumNamesMax; ++i) {
    std::string_view name = until_name_end(text);
    name = name.substr(0, kReports.find(name));
    if (!is_person(name)) break;
    names.append(names.empty() ? "" : ", ").append(name);
    text.remove_prefix(name.size());
    if (is_photographer(text)) return {};
    if (!kListMarks.take_prefix(text) && !text.starts_with(' ')) break;
    skip_spaces(text);
  }
  return names;
}

std::string find_marked(std::string_view line, std::span<const Mark> marks) {
  for (const Mark& mark : marks) {
    for (std::size_t at = line.find(mark.word); at != line.npos;
         at = line.find(mark.word, at + mark.word.size())) {
      std::string_view rest = line.substr(at + mark.word.size());
      const unsigned separator = skip_separator(rest, mark.separators);
      const bool is_reporter = marks.data() == kReporterMarks;
      const bool is_source = marks.data() == kSourceMarks;
      if (is_source && text::ends_with_any(line.substr(0, at), kOtherSources)) continue;
      if (is_reporter && separator == kColon && !names_reporter(rest)) continue;
      std::string names;
      if (separator == kBar || separator == kColon) names = read_names(rest);
      const bool may_go_on = separator == kSpace || is_reporter;
      if (names.empty() && may_go_on) names = read_persons(rest);
      if (!names.empty()) return names;
    }
  }
  return {};
}

std::string find_reporter_in_brackets(std::string_view text) {
  constexpr std::size_t kBracketsBytesMax = 120;
  constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {{"（", "）"}, {"(", ")"}};
  for (const auto& [opening, closing] : kBrackets) {
    for (std::size_t at = text.find(opening); at != text.npos; at = text.find(opening, at + 1)) {
      const std::string_view inside = text.substr(at + opening.size(), kBracketsBytesMax);
      const std::size_t end = inside.find(closing);
      if (end == inside.npos) continue;
      std::string names = find_marked(inside.substr(0, end), kReporterMarks);
      if (!names.empty()) return names;
    }
  }
  return {};
}

// What a dot may stand behind inside of a name: 加西亚, or the letter of "J·K·罗琳".
bool ends_in_name_part(std::string_view text) {
  if (text.empty()) return false;
  if (!is_ascii_upper(text.back()))
    return text::is_han(text::decode_last_code_point(text).code_point);
  return text.size() == 1 || !is_ascii_alphanumeric(text[text.size() - 2]);
}

bool begins_name_part(std::string_view text) {
  if (text.empty()) return false;
  if (!is_ascii_upper(text.front())) return text::is_han(text::decode_code_point(text).code_point);
  return text.size() == 1 || !is_ascii_alphanumeric(text[1]);
}

}  // namespace

std::string find_chinese_author(std::string_view line) {
  if (std::ranges::all_of(line, is_ascii)) return {};
  std::string names = find_marked(line, kWriterMarks);
  if (names.empty()) names = find_marked(line, kReporterMarks);
  return names.empty() ? find_marked(line, kTranslatorMarks) : names;
}

std::string find_source(std::string_view line) {
  if (std::ranges::all_of(line, is_ascii)) return {};
  return find_marked(line, kSourceMarks);
}

std::string find_reporter(std::string_view paragraph) {
  constexpr std::size_t kReach = 160;  // "新华社北京3月5日电（记者张三）"
  std::string names = find_reporter_in_brackets(paragraph.substr(0, kReach));
  if (!names.empty() || paragraph.size() <= kReach) return names;
  return find_reporter_in_brackets(paragraph.substr(paragraph.size() - kReach));
}

std::string_view without_chinese_mark(std::string_view field) {
  for (const std::span<const Mark> marks : std::initializer_list<std::span<const Mark>>{
           kWriterMarks, kReporterMarks, kTranslatorMarks, kSourceMarks}) {
    for (const Mark& mark : marks) {
      if (!field.starts_with(mark.word)) continue;
      std::string_view rest = field.substr(mark.word.size());
      if (skip_separator(rest, mark.separators) != 0) return rest;
    }
  }
  return field;
}

std::string_view until_parting_dot(std::string_view text) {
  for (const std::string_view dot : {"·", "•", "⋅"}) {
    for (std::size_t at = text.find(dot); at != text.npos; at = text.find(dot, at + dot.size())) {
      const std::string_view behind = text.substr(at + dot.size());
      const bool is_inside = ends_in_name_part(text.substr(0, at)) && begins_name_part(behind);
      if (at > 0 && !is_inside) text = text.substr(0, at);
    }
  }
  return text;
}

}  // namespace tamis::extract
