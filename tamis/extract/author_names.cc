#include "tamis/extract/author_names.h"

#include <algorithm>
#include <iterator>

#include "tamis/extract/ascii.h"
#include "tamis/extract/dates.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

constexpr std::size_t kNamesBytesMax = 300;  // of a list of authors
constexpr std::size_t kNameBytesMax = 60;
constexpr std::size_t kNameWordsMax = 6;

// What stands before a name at the start of a line.
constexpr std::string_view kEnglishMarks[] = {
    "by ",       "by: ",         "written by ", "posted by ",   "published by ",
    "words by ", "story by ",    "text by ",    "author: ",     "authors: ",
    "author ",   "written by: ", "article by ", "authored by ", "authored by: "};

// What a line starts with that has its "by" later.
constexpr std::string_view kOpenings[] = {"posted ",       "published ", "written ", "updated ",
                                          "last updated ", "submitted ", "created ", "started "};

// Chinese marks, anywhere in a short line, in the order in which they are believed.
constexpr std::string_view kChineseMarks[] = {"作者：", "作者:",  "作者 ",  "撰文：", "撰文:",
                                              "撰稿：", "撰稿:",  "文/",    "文／",   "文｜",
                                              "文 | ",  "记者：", "记者:",  "记者 ",  "記者：",
                                              "記者 ",  "编译：", "来源：", "来源:",  "來源："};

// Where a name ends, in both languages.
constexpr std::string_view kNameEnds[] = {"|",  "·",  "•",  "—",  "–",  " - ", " -- ", "/",
                                          "(",  "[",  "\n", ",",  ";",  "｜",  "，",   "。",
                                          "、", "（", "）", "；", "　", "»",   ">"};

// Words that follow a name: " on May 1".
constexpr std::string_view kFollowers[] = {
    "on",   "in",       "at",     "for",   "from",   "published", "posted", "updated",
    "last", "reviewed", "edited", "photo", "photos", "read",      "the",    "with"};

bool is_follower(std::string_view word) {
  return std::ranges::any_of(kFollowers, [word](std::string_view follower) {
    return equals_ignoring_case(word, follower);
  });
}

bool has_digit(std::string_view text) { return std::ranges::any_of(text, is_ascii_digit); }

// True for text that may be a name in English or another language with capitals, or in Chinese.
bool may_begin_name(std::string_view text) {
  const char first = text.empty() ? '\0' : text.front();
  return is_ascii_upper(first) || static_cast<unsigned char>(first) >= 0x80;
}

std::string_view until_name_end(std::string_view text) {
  for (const std::string_view mark : kNameEnds) text = text.substr(0, text.find(mark));
  return text;
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
    if (has_digit(word) || (i > 0 && is_follower(word))) break;
    end = stop;
  }
  return trim_html_space(text.substr(0, end));
}

std::string_view find_english(std::string_view line) {
  // "By" and the name in two elements with nothing between.
  if (line.size() > 3 && line.starts_with("By") && is_ascii_upper(line[2]) &&
      is_ascii_lower(line[3])) {
    return name_words(line.substr(2));
  }
  // The first letters of all marks and openings.
  if (line.empty() || std::string_view("bwpstaulc").find(to_lower(line.front())) == line.npos)
    return {};
  for (const std::string_view mark : kEnglishMarks) {
    if (!starts_with_ignoring_case(line, mark)) continue;
    const std::string_view rest = trim_html_space(line.substr(mark.size()));
    return may_begin_name(rest) ? name_words(rest) : std::string_view();
  }
  const bool is_opened = std::ranges::any_of(kOpenings, [line](std::string_view opening) {
    return starts_with_ignoring_case(line, opening);
  });
  const std::size_t by = is_opened ? line.find(" by ") : line.npos;
  if (by == line.npos || !may_begin_name(line.substr(by + 4))) return {};
  return name_words(line.substr(by + 4));
}

std::string_view find_chinese(std::string_view line) {
  const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
  if (std::ranges::all_of(line, is_ascii)) return {};
  for (const std::string_view mark : kChineseMarks) {
    const std::size_t at = line.find(mark);
    if (at == line.npos) continue;
    std::string_view name = trim_html_space(line.substr(at + mark.size()));
    name = until_name_end(name);
    name = name.substr(0, name.find_first_of(" :"));
    name = name.substr(0, name.find("："));
    if (!name.empty() && !has_digit(name)) return name;
  }
  return {};
}

std::string_view without_mark(std::string_view field) {
  for (const std::string_view mark : kEnglishMarks) {
    if (starts_with_ignoring_case(field, mark)) return field.substr(mark.size());
  }
  for (const std::string_view mark : {"作者：", "作者:", "文/", "来源：", "来源:"}) {
    if (field.starts_with(mark)) return field.substr(mark.size());
  }
  return field;
}

// Without what separates a name from its neighbours: "Jane Doe · Founder", ", The Paper".
std::string_view trim_name(std::string_view text) {
  for (const std::string_view mark : {"⋅", "·", "•"}) {
    if (text.find(mark) > 0) text = text.substr(0, text.find(mark));
  }
  while (!text.empty() && std::string_view(" ,:;|-").find(text.front()) != text.npos)
    text.remove_prefix(1);
  while (!text.empty() && std::string_view(" ,:;|-").find(text.back()) != text.npos)
    text.remove_suffix(1);
  return text;
}

bool is_no_name(std::string_view text) {
  constexpr std::string_view kEmpty[] = {"null",       "undefined", "none",         "unknown",
                                         "n/a",        "author",    "topic author", "written by",
                                         "article by", "by"};
  return text.size() > kNamesBytesMax || std::ranges::all_of(text, is_ascii_digit) ||
         text.find("://") != text.npos || starts_with_ignoring_case(text, "www.") ||
         text.find_first_of("{}<>") != text.npos ||
         std::ranges::any_of(
             kEmpty, [text](std::string_view empty) { return equals_ignoring_case(text, empty); });
}

}  // namespace

std::string author_name(std::string_view field) {
  const std::string_view name = trim_name(without_mark(field));
  if (name.empty() || is_no_name(name) || !find_date(name).empty()) return {};
  return std::string(name);
}

std::string find_author(std::string_view line) {
  std::string_view name = find_english(line);
  if (name.empty()) name = find_chinese(line);
  return name.size() > kNameBytesMax || is_no_name(name) ? std::string() : std::string(name);
}

}  // namespace tamis::extract
