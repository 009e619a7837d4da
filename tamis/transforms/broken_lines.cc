// Joins lines that were broken at a fixed width.
//
// Text that was wrapped for a terminal, a mail or a printed page has one mark: lines are full.
// The first word of the next line would not have fitted. So the transform first finds the width
// W at which the document's lines end without an end mark, and gives up if there is none: poems,
// lists and headings have none. Then it joins a line with the next where the line is full.
// The idea is that of RFC 3676 (format=flowed) read backwards; the measures are Tamis's own.
#include <algorithm>
#include <array>
#include <vector>

#include "tamis/base/ascii.h"
#include "tamis/text/letters.h"
#include "tamis/text/lines.h"
#include "tamis/text/utf8.h"
#include "tamis/transforms/transform.h"

namespace tamis::transforms {
namespace {

using namespace std::string_view_literals;

struct Params {
  std::string latin = "keep";
};

constexpr std::string_view kChoices[] = {"keep", "join"};

constexpr ParamSpec kParams[] = {
    param<&Params::latin>(
        "latin", "What happens to broken lines of English and other text with spaces.", kChoices),
};

// Narrower lines are verse, captions or menus: no text is wrapped below 20 Chinese characters.
constexpr std::size_t kWidthMin = 40;
constexpr std::size_t kWidthMax = 160;
// How far wrapping leaves a line below the width: a mark that may not begin a line, say.
constexpr std::size_t kSlack = 4;
constexpr std::size_t kFullLinesMin = 2;

// Lines are cut after so many columns, two for a Han character, or after so many characters. Both
// are tried; a character counts as two in either, so that the limits above hold for both.
enum Measure { kColumns, kCodePoints, kNumMeasures };
using Widths = std::array<std::size_t, kNumMeasures>;

// What joining needs to know of a line.
struct Line {
  std::string_view text;
  Widths width = {};
  Widths first_word_width = {};
  bool ends_with_mark = false;
  bool may_begin_paragraph = false;  // blank, indented, a list item, a heading, a table row
  bool is_chinese = false;           // Han characters are most of it
};

bool is_wide(char32_t code_point) {
  return (code_point >= 0x2E80 && code_point <= 0xD7A3) ||
         (code_point >= 0xF900 && code_point <= 0xFAFF) ||
         (code_point >= 0xFE30 && code_point <= 0xFE4F) ||
         (code_point >= 0xFF01 && code_point <= 0xFF60) ||
         (code_point >= 0x20000 && code_point <= 0x3FFFD) ||
         (code_point >= 0x2014 && code_point <= 0x2026);  // dash, quotation marks, ellipsis
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::ranges::any_of(endings,
                             [&](std::string_view ending) { return text.ends_with(ending); });
}

bool ends_with_mark(std::string_view text) {
  return ends_with_any(
      text, {"。", "！", "？", "…", "；", "：", "”", "」", "』", ".", "!", "?", ";", ":"});
}

// The rest of `text` behind the first code points that are in `set`, at most `num_max` of them.
std::string_view behind(std::u32string_view set, std::string_view text, std::size_t num_max) {
  for (std::size_t count = 0; count < num_max && !text.empty(); ++count) {
    const auto [code_point, num_bytes] = text::decode_code_point(text);
    if (set.find(code_point) == set.npos) break;
    text.remove_prefix(num_bytes);
  }
  return text;
}

// A number that counts items or chapters: "3." and "（二）" and "四、" and "第五条", but neither
// "3.5" nor "44卷".
bool begins_with_number(std::string_view text) {
  const bool counts_chapters = text.starts_with("第"sv);
  const std::string_view number = behind(U"(（第【[", text, 1);
  const std::string_view rest = behind(U"0123456789一二三四五六七八九十百零", number, 5);
  if (rest.size() == number.size()) return false;
  const std::string_view end =
      behind(counts_chapters ? U"章节条款篇卷部回讲" : U".、)）．】]", rest, 1);
  const bool has_digit_next = !end.empty() && is_ascii_digit(end.front());
  return end.size() < rest.size() && !has_digit_next;
}

bool may_begin_paragraph(std::string_view line) {
  constexpr std::array kBeginnings = {"  "sv, "\t"sv, "　"sv, "- "sv, "* "sv, "+ "sv,
                                      "•"sv,  "· "sv, "#"sv,  ">"sv,  "|"sv,  "```"sv,
                                      "■"sv,  "◆"sv,  "●"sv,  "【"sv};
  const bool has_bar = line.find('|') != line.npos && line.find(" | "sv) != line.npos;
  return line.empty() || begins_with_number(line) || has_bar || line.find('\t') != line.npos ||
         std::ranges::any_of(
             kBeginnings, [&](std::string_view beginning) { return line.starts_with(beginning); });
}

// How many bytes of ASCII `text` begins with.
std::size_t num_ascii_bytes(std::string_view text) {
  const auto is_wide_byte = [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; };
  return static_cast<std::size_t>(std::ranges::find_if(text, is_wide_byte) - text.begin());
}

Line measure(std::string_view text) {
  Line line;
  text = text.substr(0, text.find_last_not_of(" \t\r"sv) + 1);
  line.text = text;
  line.ends_with_mark = ends_with_mark(text);
  line.may_begin_paragraph = may_begin_paragraph(text);
  const text::LetterTable& letters = text::letter_table();
  std::size_t num_han = 0;
  bool is_in_first_word = true;
  while (!text.empty()) {
    if (const std::size_t num_narrow = is_in_first_word ? 0 : num_ascii_bytes(text)) {
      line.width[kColumns] += num_narrow;
      line.width[kCodePoints] += 2 * num_narrow;
      text.remove_prefix(num_narrow);
      continue;
    }
    const auto [code_point, num_bytes] = text::decode_code_point(text);
    const bool is_han = letters[code_point].script() == text::Script::kHan;
    const bool is_word_end =
        code_point == U' ' || (is_wide(code_point) && line.width[kColumns] > 0);
    if (is_in_first_word && is_word_end) {
      line.first_word_width = line.width;
      is_in_first_word = false;
    }
    line.width[kColumns] += is_wide(code_point) ? 2 : 1;
    line.width[kCodePoints] += 2;
    num_han += is_han;
    text.remove_prefix(num_bytes);
  }
  if (is_in_first_word) line.first_word_width = line.width;
  line.is_chinese = num_han * 4 >= line.width[kColumns];
  return line;
}

// The width at which the lines of a document are broken.
class WrapWidth {
 public:
  explicit WrapWidth(std::span<const Line> lines) {
    for (const Measure measure : {kColumns, kCodePoints}) find(lines, measure);
  }

  // True if the document's lines are broken at a width.
  bool is_found() const { return width_ > 0; }

  // True if the next line's first word would not have fitted into `line`.
  bool is_full(const Line& line, const Line& next) const {
    const std::size_t width = line.width[measure_];
    return width <= width_ + kSlack && width + next.first_word_width[measure_] + kSlack > width_;
  }

 private:
  using Histogram = std::array<std::size_t, kWidthMax + 1>;

  // Looks for a width where lines pile up that end without a mark: a third and more of them all.
  void find(std::span<const Line> lines, Measure measure) {
    Histogram num_broken = {};  // by width
    std::size_t num_all = 0;
    std::size_t num_longer = 0;
    for (std::size_t index = 0; index + 1 < lines.size(); ++index) {
      const std::size_t width = lines[index].width[measure];
      num_longer += width > kWidthMax;
      if (lines[index].ends_with_mark || lines[index + 1].may_begin_paragraph) continue;
      if (width < kWidthMin || width > kWidthMax) continue;
      if (measure == kCodePoints && !lines[index].is_chinese) continue;  // nobody cuts English so
      ++num_broken[width];
      ++num_all;
    }
    const auto [width, num_near] = highest_pile(num_broken);
    const bool is_pile =
        num_near >= kFullLinesMin && num_near * 3 >= num_all && num_longer * 4 <= num_near;
    if (!is_pile || num_near <= num_full_lines_) return;
    measure_ = measure;
    width_ = width;
    num_full_lines_ = num_near;
  }

  struct Pile {
    std::size_t width = 0;
    std::size_t num_lines = 0;
  };

  static Pile highest_pile(const Histogram& num_lines) {
    Pile highest;
    for (std::size_t width = kWidthMin + kSlack; width <= kWidthMax; ++width) {
      std::size_t num_near = 0;
      for (std::size_t near = width - kSlack; near <= width; ++near) num_near += num_lines[near];
      if (num_near > highest.num_lines) highest = {width, num_near};
    }
    return highest;
  }

  Measure measure_ = kColumns;
  std::size_t width_ = 0;
  std::size_t num_full_lines_ = 0;
};

enum class Joint { kNone, kPlain, kSpace, kHyphen };

Joint joint_of(const Line& line, const Line& next, const WrapWidth& width, const Params& params) {
  if (line.text.empty() || next.may_begin_paragraph || !width.is_full(line, next))
    return Joint::kNone;
  if (line.is_chinese || next.is_chinese) {
    const char last = line.text.back();
    const char first = next.text.front();
    const bool are_words = is_ascii_alphanumeric(last) && is_ascii_alphanumeric(first);
    return are_words && !(is_ascii_digit(last) && is_ascii_digit(first)) ? Joint::kSpace
                                                                         : Joint::kPlain;
  }
  const bool goes_on = is_ascii_lower(next.text.front());
  if (params.latin != "join" || line.ends_with_mark || !goes_on) return Joint::kNone;
  const bool is_hyphenated = line.text.size() > 1 && line.text.back() == '-' &&
                             is_ascii_alphanumeric(line.text[line.text.size() - 2]);
  return is_hyphenated ? Joint::kHyphen : Joint::kSpace;
}

void append_joint(Joint joint, std::string& edited) {
  if (joint == Joint::kHyphen) edited.pop_back();
  if (joint == Joint::kSpace) edited.push_back(' ');
}

void rewrite(std::string_view text, std::string& edited, const Params& params) {
  std::vector<std::string_view> texts;
  text::split_lines(text, texts);
  std::vector<Line> lines;
  lines.reserve(texts.size());
  std::ranges::transform(texts, std::back_inserter(lines), measure);
  const WrapWidth width(lines);
  if (!width.is_found()) {
    edited.append(text);
    return;
  }
  for (std::size_t index = 0; index < lines.size(); ++index) {
    const bool is_last = index + 1 == lines.size();
    const Joint joint =
        is_last ? Joint::kNone : joint_of(lines[index], lines[index + 1], width, params);
    edited.append(joint == Joint::kNone ? texts[index] : lines[index].text);
    append_joint(joint, edited);
    if (joint == Joint::kNone && (!is_last || text.ends_with('\n'))) edited.push_back('\n');
  }
}

constexpr Example kExamples[] = {
    {.text = "天下大势，分久必合，合久必分：周末七国分争，并入于秦。及\n"
             "秦灭之后，楚、汉分争，又并入于汉。汉朝自高祖斩白蛇而起\n"
             "义，一统天下，后来光武中兴，传至献帝，遂分为三国。",
     .edited = "天下大势，分久必合，合久必分：周末七国分争，并入于秦。及"
               "秦灭之后，楚、汉分争，又并入于汉。汉朝自高祖斩白蛇而起"
               "义，一统天下，后来光武中兴，传至献帝，遂分为三国。"},
    {.text = "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。",
     .edited = "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。"},
};

}  // namespace

extern constinit const TransformSpec broken_lines = transform({
    .name = "broken_lines",
    .version = 1,
    .summary = "Joins lines that were broken at a fixed width, Chinese ones without a space.",
    .why = "Wrapped lines cut words and sentences in two; the width is found for each document, so "
           "a document of a single broken line stays as it is, and verse of forty columns may be "
           "joined.",
    .source = {.work = "Gellens 2004, RFC 3676 (format=flowed)",
               .url = "https://www.rfc-editor.org/rfc/rfc3676",
               .where = "section 4, read backwards; the measures are Tamis's own"},
    .params = kParams,
    .examples = kExamples,
    .edit = rewriting_with_params<Params, rewrite>,
});

}  // namespace tamis::transforms
