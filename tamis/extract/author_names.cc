#include "tamis/extract/author_names.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "tamis/extract/ascii.h"
#include "tamis/extract/chinese_author_names.h"
#include "tamis/extract/dates.h"
#include "tamis/extract/month_names.h"
#include "tamis/text/affixes.h"
#include "tamis/text/letters.h"

namespace tamis::extract {
namespace {

// What stands before a name at the start of a line.
constexpr std::string_view kMarks[] = {"by ",
                                       "by: ",
                                       "written by ",
                                       "posted by ",
                                       "published by ",
                                       "words by ",
                                       "story by ",
                                       "text by ",
                                       "author: ",
                                       "authors: ",
                                       "words: ",
                                       "author ",
                                       "written by: ",
                                       "article by ",
                                       "authored by ",
                                       "authored by: ",
                                       "autor: ",
                                       "autorin: ",
                                       "auteur: ",
                                       "auteur : ",
                                       "autore: ",
                                       "autora: ",
                                       "verfasst von ",
                                       "erstellt von ",
                                       "eingestellt von ",
                                       "geschrieben von ",
                                       "publié par ",
                                       "escrito por ",
                                       "publicado por ",
                                       "scritto da ",
                                       "pubblicato da ",
                                       "geschreven door ",
                                       "skrevet af ",
                                       "recueilli par ",
                                       "yazar: ",
                                       "Szerző: ",
                                       "szerző: ",
                                       "Автор: ",
                                       "автор: "};

// Prepositions, by the language of the page: elsewhere they begin names ("Di Maria scores").
struct Preposition {
  std::string_view language;
  std::string_view word;
};
constexpr Preposition kPrepositions[] = {
    {"de", "von "},  {"fr", "par "}, {"es", "por "}, {"pt", "por "}, {"it", "di "},
    {"nl", "door "}, {"sv", "av "},  {"nb", "av "},  {"no", "av "},  {"da", "af "}};

// What a line starts with that has its "by" later, if any.
constexpr std::string_view kOpenings[] = {"posted ",       "published ", "written ", "updated ",
                                          "last updated ", "submitted ", "created ", "started ",
                                          "view all ",     "view more ", "see all ", "more posts "};
constexpr std::string_view kEuropeanOpenings[] = {
    "erstellt ",       "eingestellt ", "publiziert ",    "geschrieben ",
    "veröffentlicht ", "zeige alle ",  "alle beiträge ", "publié ",
    "publicado ",      "afficher ",    "voir tous "};

// Where a name ends.
constexpr std::string_view kNameEnds[] = {"|",  "—",  "–",  " - ", " -- ", "/",  "(",
                                          "[",  "\n", ",",  ";",   "｜",   "，", "。",
                                          "、", "（", "）", "；",  "　",   "»",  ">"};

// Words that follow a name: " on May 1".
constexpr std::string_view kFollowers[] = {
    "on",   "in",       "at",     "for",   "from",   "published", "posted", "updated",
    "last", "reviewed", "edited", "photo", "photos", "read",      "the",    "with"};

// The same in German, where a capital makes them names: "By Jane Um".
constexpr std::string_view kGermanFollowers[] = {"am", "vom", "um"};

// Words of lower case inside of names.
constexpr std::string_view kParticles[] = {"van", "von", "der", "den", "de",  "da", "di",
                                           "du",  "del", "la",  "le",  "bin", "al", "ter"};

// Words of what a person is, that is written behind a name.
constexpr std::string_view kPosts[] = {
    "editor",    "writer",   "reporter", "correspondent", "columnist", "director",    "staff",
    "manager",   "producer", "founder",  "president",     "officer",   "contributor", "analyst",
    "professor", "fellow",   "news",     "press",         "ceo",       "author"};

bool begins_with_any(std::string_view line, std::span<const std::string_view> lower) {
  return std::ranges::any_of(
      lower, [line](std::string_view begin) { return starts_with_ignoring_case(line, begin); });
}

// "Posted on May 1".
bool begins_with_opening(std::string_view line) {
  return begins_with_any(line, kOpenings) || begins_with_any(line, kEuropeanOpenings);
}

bool has_digit(std::string_view text) { return std::ranges::any_of(text, is_ascii_digit); }

// True for text that may be a name in English or another language with capitals, or in Chinese.
bool may_begin_name(std::string_view text) {
  const char first = text.empty() ? '\0' : text.front();
  return is_ascii_upper(first) || static_cast<unsigned char>(first) >= 0x80;
}

std::string_view until_name_end(std::string_view text) {
  for (const std::string_view mark : kNameEnds) text = text.substr(0, text.find(mark));
  return until_parting_dot(text);
}

// The date behind a name: "Ann Lee December 2, 2025", "Ann Lee Tuesday".
bool begins_date(std::string_view word, std::string_view behind) {
  constexpr std::string_view kDays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday"};
  const bool is_month =
      month_of_english_name(word.substr(0, word.find_last_not_of('.') + 1)).has_value();
  const std::string_view next = trim_html_space(behind);
  return is_any_of(word, kDays) || (is_month && !next.empty() && is_ascii_digit(next.front()));
}

bool follows_name(std::string_view word) {
  return is_any_of(word, kFollowers) ||
         std::ranges::find(kGermanFollowers, word) != std::end(kGermanFollowers);
}

// The words at the front of `text` that are a name: until one that follows names, or a number.
std::string_view name_words(std::string_view text) {
  text = until_name_end(text.substr(0, 2 * kNamesBytesMax));
  std::size_t end = 0;
  for (std::size_t i = 0; i < kNameWordsMax && end < text.size(); ++i) {
    const std::size_t begin = text.find_first_not_of(' ', end);
    if (begin == text.npos) break;
    const std::size_t stop = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, stop - begin);
    if (has_digit(word) || (i > 0 && follows_name(word))) break;
    if (begins_date(word, text.substr(stop))) break;
    end = stop;
  }
  return trim_html_space(text.substr(0, end));
}

// "Jane van der Berg", no "Senior Editor": words with capitals that are no title of a post.
bool is_person(std::string_view name) {
  constexpr std::size_t kNumWordsMax = 4;
  std::size_t num_words = 0;
  for (std::string_view word = take_name(name); !word.empty(); word = take_name(name)) {
    const bool is_particle = is_any_of(word, kParticles);
    if ((!may_begin_name(word) && !is_particle) || is_any_of(word, kPosts)) return false;
    ++num_words;
  }
  return num_words >= 2 && num_words <= kNumWordsMax;
}

// Up to the end of a list's last name, of which `piece` holds two: "John Roe and Jim Poe"; 0 if it
// does not.
std::size_t end_of_last_name(std::string_view piece) {
  for (const std::string_view mark : {"and ", "& "}) {
    const std::size_t at = piece.starts_with(mark) ? 0 : piece.find(mark);
    if (at == piece.npos || (at > 0 && piece[at - 1] != ' ')) continue;
    const bool is_list = at == 0 || is_person(piece.substr(0, at));
    if (is_list && is_person(piece.substr(at + mark.size()))) return piece.size();
  }
  return 0;
}

// The name at the front of `text`, or the list "Jane Doe, John Roe and Jim Poe".
std::string_view names(std::string_view text) {
  constexpr std::string_view kComma = ", ";
  const std::string_view first = name_words(text);
  if (first.size() > kNameBytesMax) return {};
  std::size_t end = first.size();
  for (int i = 1; i < kNumNamesMax && text.substr(end).starts_with(kComma); ++i) {
    const std::string_view piece = name_words(text.substr(end + kComma.size()));
    if (piece.size() > 2 * kNameBytesMax) break;
    if (end_of_last_name(piece) > 0) return text.substr(0, end + kComma.size() + piece.size());
    if (!is_person(piece)) break;
    end += kComma.size() + piece.size();
  }
  return first;
}

bool begins_with_person(std::string_view text) {
  return may_begin_name(text) && is_person(name_words(text));
}

// What follows "Von ", "Par " and the like at the front of a line, if the page's language has the
// word and it is the name of a person; empty otherwise.
std::string_view behind_preposition(std::string_view line, std::string_view language) {
  for (const Preposition& preposition : kPrepositions) {
    if (language.substr(0, 2) != preposition.language) continue;
    if (!starts_with_ignoring_case(line, preposition.word)) continue;
    const std::string_view rest = trim_html_space(line.substr(preposition.word.size()));
    if (begins_with_person(rest)) return rest;
  }
  return {};
}

// The name behind the first of `words` in a line; empty if there is none.
std::string_view names_behind(std::string_view line, std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    const std::size_t at = line.find(word);
    if (at == line.npos) continue;
    const std::string_view rest = line.substr(at + word.size());
    if (may_begin_name(rest)) return names(rest);
  }
  return {};
}

std::string_view find_european(std::string_view line, std::string_view language) {
  // "By" and the name in two elements with nothing between.
  if (line.size() > 3 && line.starts_with("By") && is_ascii_upper(line[2]) &&
      is_ascii_lower(line[3])) {
    return names(line.substr(2));
  }
  // The first letters of all marks and openings.
  if (line.empty() ||
      std::string_view("bwpstaulcvmegzdry\xD0").find(to_lower(line.front())) == line.npos)
    return {};
  for (const std::string_view mark : kMarks) {
    if (!starts_with_ignoring_case(line, mark)) continue;
    const std::string_view rest = trim_html_space(line.substr(mark.size()));
    return may_begin_name(rest) ? names(rest) : std::string_view();
  }
  const std::string_view behind = behind_preposition(line, language);
  if (!behind.empty()) return names(behind);
  constexpr std::string_view kBy[] = {" by "};
  constexpr std::string_view kEuropeanBy[] = {" von ", " par ", " por "};
  if (begins_with_any(line, kOpenings)) return names_behind(line, kBy);
  if (begins_with_any(line, kEuropeanOpenings)) return names_behind(line, kEuropeanBy);
  return {};
}

std::string_view without_mark(std::string_view field) {
  for (const std::string_view mark : kMarks) {
    if (starts_with_ignoring_case(field, mark)) return field.substr(mark.size());
  }
  // In a name that begins with its particle a particle or one word follows: "von der Leyen".
  for (const std::string_view preposition : {"von ", "Von ", "VON ", "par ", "af ", "Af "}) {
    if (!field.starts_with(preposition)) continue;
    const std::string_view rest = trim_html_space(field.substr(preposition.size()));
    if (begins_with_person(rest)) return rest;
  }
  return without_chinese_mark(field);
}

// Without what separates a name from its neighbours: "Jane Doe · Founder", ", The Paper".
std::string_view trim_name(std::string_view text) {
  text = until_parting_dot(text);
  while (!text.empty() && std::string_view(" ,:;|-").find(text.front()) != text.npos)
    text.remove_prefix(1);
  while (!text.empty() && std::string_view(" ,:;|-*").find(text.back()) != text.npos)
    text.remove_suffix(1);
  return text;
}

// What fields say that name no one, and the accounts of those who keep a site.
constexpr std::string_view kNoNames[] = {
    "null",        "undefined",     "none",         "unknown",    "n/a",        "author",
    "by",          "anonymous",     "topic author", "admin",      "root",       "system",
    "webmaster",   "administrator", "super user",   "monday",     "tuesday",    "wednesday",
    "thursday",    "friday",        "saturday",     "sunday",     "作者",       "文",
    "记者",        "系统管理员",    "管理员",       "超级管理员", "网站管理员", "匿名",
    "佚名",        "未知",          "网络",         "互联网",     "本站",       "原创",
    "e-mail",      "email",         "website",      "comment",    "name",       "your name",
    "author name", "不详",          "小编",         "本站原创",   "编辑",       "本站编辑",
    "网络转载",    "转载",          "网友",         "网络整理",   "von",        "par",
    "af"};

// Whose picture it is.
constexpr std::string_view kPictureMarks[] = {
    "photo:", "photo by ", "foto:", "Фото:", "摄影：", "摄影:", "攝影：", "图片来源"};

// Others who worked on a page; what stands behind is theirs.
constexpr text::AffixList kOtherRoles{{"责任编辑", "責任編輯", "责编", "責編", "编辑：", "編輯：",
                                       "编辑:", "编辑 ", "校对：", "审核："}};

// Without an address of mail: "webmaster@example.com" is no name, "John Roe (roe@example.com)" is
// one. "@roe" is, too.
std::string without_mail_address(std::string_view field) {
  constexpr std::string_view kBorders = " ,;:()<>[]";
  std::string name(field);
  for (std::size_t at = name.find('@'); at != name.npos; at = name.find('@', at + 1)) {
    const std::size_t border = name.find_last_of(kBorders, at);
    const std::size_t begin = border == name.npos ? 0 : border + 1;
    const std::size_t end = std::min(name.find_first_of(kBorders, at), name.size());
    if (begin == at || name.find('.', at) >= end) continue;
    const bool is_enclosed =
        begin > 0 && end < name.size() &&
        std::string_view("(<[").find(name[begin - 1]) != std::string_view::npos;
    name.erase(begin - is_enclosed, end - begin + 2 * is_enclosed);
    at = begin - is_enclosed;
    const std::string_view rest = trim_html_space(name);
    if (rest.starts_with('(') && rest.ends_with(')'))
      return std::string(rest.substr(1, rest.size() - 2));
  }
  return name;
}

// What stands beside a name in a box about its author.
constexpr std::string_view kBoxLabels[] = {
    "about the author", "follow",   "following",    "information",  "biography",   "bio",
    "profile",          "details",  "affiliations", "guidelines",   "关于作者",    "作者简介",
    "作者介绍",         "简介",     "关注",         "+关注",        "+ 关注",      "加关注",
    "已关注",           "查看更多", "查看更多文章", "查看全部文章", "查看所有文章"};

// What programs write where an author's name was meant.
constexpr std::string_view kPrograms[] = {"Discuz! Team", "Comsenz", "Joomla! Project",
                                          "phpBB Group", "vBulletin Solutions"};

// "Written by" with nothing behind it.
bool is_bare_mark(std::string_view text) {
  return std::ranges::any_of(kMarks, [text](std::string_view mark) {
    return equals_ignoring_case(text, trim_html_space(mark)) ||
           equals_ignoring_case(text, mark.substr(0, mark.find_last_not_of(": ") + 1));
  });
}

bool is_no_name(std::string_view text) {
  return text.size() > kNamesBytesMax || !text::has_letter(text) || text.starts_with('/') ||
         text.starts_with("©") || text.ends_with(" min read") ||
         begins_with_any(text, kPictureMarks) || text.find("://") != text.npos ||
         starts_with_ignoring_case(text, "www.") || text.find_first_of("{}<>") != text.npos ||
         is_bare_mark(text) || is_any_of(text, kNoNames) || is_any_of(text, kBoxLabels) ||
         begins_with_opening(text) ||
         std::ranges::any_of(kPrograms, [text](std::string_view program) {
           return text.find(program) != text.npos;
         });
}

}  // namespace

std::string author_name(std::string_view field) {
  const std::string person = without_mail_address(field);
  std::string_view name = without_mark(person);
  name = trim_name(name.substr(0, kOtherRoles.find(name)));
  if (name.empty() || is_no_name(name) || !find_date(name).empty()) return {};
  return std::string(name);
}

bool is_phrase(std::string_view text) {
  if (text.find("©") != text.npos) return true;
  std::size_t num_lower = 0;
  std::size_t num_words = 0;
  for (std::string_view word = take_name(text); !word.empty(); word = take_name(text)) {
    if (is_ascii_lower(word.front()) && !is_any_of(word, kParticles) && word != "and") ++num_lower;
    ++num_words;
  }
  return num_words >= 4 && num_lower * 3 >= num_words;
}

std::string find_author(std::string_view line, std::string_view language) {
  std::string name(find_european(line, language));
  if (name.empty()) name = find_chinese_author(line);
  return is_no_name(name) || is_phrase(name) ? std::string() : name;
}

}  // namespace tamis::extract
