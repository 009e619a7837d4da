// One kind of space, one at a time, and none where Chinese has none.
//
// Extraction leaves no-break and ideographic spaces, tabs, runs of blanks and empty lines behind;
// pages and PDFs also space Chinese characters out. A space between Chinese words, as in a list
// of names or after a chapter's number, is meant and stays: only single characters are joined.
#include <algorithm>

#include "tamis/base/ascii.h"
#include "tamis/text/letters.h"
#include "tamis/text/lines.h"
#include "tamis/text/utf8.h"
#include "tamis/transforms/transform.h"

namespace tamis::transforms {
namespace {

struct Params {
  std::int64_t blank_lines_max = 1;
  bool keeps_indentation = true;
};

constexpr ParamSpec kParams[] = {
    param<&Params::blank_lines_max>("blank_lines_max", "How many blank lines in a row may stay."),
    param<&Params::keeps_indentation>(
        "keeps_indentation",
        "Whether leading tabs, or two and more leading ASCII spaces, stay, as code needs them."),
};

bool is_chinese_punctuation(char32_t code_point) {
  return (code_point >= 0x3001 && code_point <= 0x3003) ||  // 、。〃
         (code_point >= 0x3008 && code_point <= 0x301B) ||  // brackets
         (code_point >= 0xFF01 && code_point <= 0xFF0F) ||  // full-width forms
         (code_point >= 0xFF1A && code_point <= 0xFF20) ||
         (code_point >= 0xFF3B && code_point <= 0xFF40) ||
         (code_point >= 0xFF5B && code_point <= 0xFF65) ||
         (code_point >= 0x2018 && code_point <= 0x201D) ||  // quotation marks, of English as well
         code_point == 0x2014 || code_point == 0x2026;      // dash, ellipsis
}

// The code points around a gap, U+0000 at the ends of the line.
struct Gap {
  char32_t before;
  char32_t after;
  bool is_single_before;  // a Han character that stands alone
  bool is_single_after;
};

bool keeps_space(const Gap& gap) {
  const bool is_han_before = text::is_han(gap.before);
  const bool is_han_after = text::is_han(gap.after);
  if (is_han_before && is_han_after) return !(gap.is_single_before && gap.is_single_after);
  const bool is_mark_before = is_chinese_punctuation(gap.before);
  const bool is_mark_after = is_chinese_punctuation(gap.after);
  return !((is_mark_before && (is_mark_after || is_han_after)) || (is_han_before && is_mark_after));
}

// As text::is_white_space(), of ASCII.
bool is_ascii_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

bool is_ascii_visible(char byte) { return is_ascii(byte) && !is_ascii_space(byte); }

// How many bytes `line` begins with that stay as they are: ASCII with single spaces inside.
std::size_t num_plain_bytes(std::string_view line) {
  std::size_t end = 0;
  for (; end < line.size() && is_ascii(line[end]); ++end) {
    if (!is_ascii_space(line[end])) continue;
    const bool is_inside =
        line[end] == ' ' && end > 0 && end + 1 < line.size() && is_ascii_visible(line[end + 1]);
    if (!is_inside) break;
  }
  return end;
}

// Walks over one line without white space at its ends.
class LineWriter {
 public:
  explicit LineWriter(std::string& edited) : edited_(edited) {}

  void write(std::string_view line) {
    while (!line.empty()) {
      if (const std::size_t num_plain = is_in_gap_ ? 0 : num_plain_bytes(line); num_plain > 0) {
        edited_.append(line, 0, num_plain);
        previous_ = static_cast<char32_t>(line[num_plain - 1]);
        num_han_ = 0;
        line.remove_prefix(num_plain);
        continue;
      }
      const text::Decoded first = text::decode_code_point(line);
      const text::Traits traits = letters_[first.code_point];
      if (traits.has(text::Traits::kWhiteSpace)) {
        line.remove_prefix(first.num_bytes);
        is_in_gap_ = true;
        continue;
      }
      const std::string_view rest = line.substr(first.num_bytes);
      if (is_in_gap_) write_gap(first.code_point, rest);
      edited_.append(line, 0, first.num_bytes);
      num_han_ = traits.script() == text::Script::kHan ? num_han_ + 1 : 0;
      previous_ = first.code_point;
      line = rest;
    }
  }

 private:
  void write_gap(char32_t next, std::string_view behind_next) {
    const bool is_single_after =
        behind_next.empty() || !text::is_han(text::decode_code_point(behind_next).code_point);
    if (keeps_space({previous_, next, num_han_ == 1, is_single_after})) edited_.push_back(' ');
    num_han_ = 0;
    is_in_gap_ = false;
  }

  const text::LetterTable& letters_ = text::letter_table();
  std::string& edited_;
  char32_t previous_ = U'\0';
  std::size_t num_han_ = 0;  // Han characters since the last gap
  bool is_in_gap_ = false;
};

// The leading blanks that are kept. One space is a slip, not an indentation.
std::string_view indentation(std::string_view line) {
  const std::string_view blanks =
      line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
  return blanks == " " ? std::string_view() : blanks;
}

void rewrite(std::string_view text, std::string& edited, const Params& params) {
  std::int64_t num_blank_lines = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::string_view trimmed = text::trim(line);
    if (trimmed.empty()) {
      ++num_blank_lines;
      continue;
    }
    if (!edited.empty()) {
      const auto num_kept = std::clamp<std::int64_t>(params.blank_lines_max, 0, num_blank_lines);
      edited.append(static_cast<std::size_t>(num_kept) + 1, '\n');
    }
    num_blank_lines = 0;
    if (params.keeps_indentation) edited.append(indentation(line));
    LineWriter(edited).write(trimmed);
  }
}

constexpr Example kExamples[] = {
    {.text = "one\u00A0 two\tthree  \n\n\n\nfour", .edited = "one two three\n\nfour"},
    {.text = "　　中 华 人 民 共 和 国 ，成立于 1949 年 。",
     .edited = "中华人民共和国，成立于 1949 年。"},
    {.text = "第一章　总 则\n张三 李四", .edited = "第一章 总则\n张三 李四"},
    {.text = "if x:\n    return  1", .edited = "if x:\n    return 1"},
};

}  // namespace

extern constinit const TransformSpec white_space = transform({
    .name = "white_space",
    .version = 1,
    .summary = "Makes runs of white space one space, trims lines, limits blank lines, and joins "
               "Chinese characters that were spaced out.",
    .why = "Spaces are what pages are laid out with; left in, they split words and fill the "
           "vocabulary; alignment inside code and tables is lost.",
    .source = {.work = "The Unicode Standard 15.0, property White_Space",
               .url = "https://www.unicode.org/Public/15.0.0/ucd/PropList.txt",
               .where = "PropList.txt; the rule for single Han characters is Tamis's own"},
    .params = kParams,
    .examples = kExamples,
    .edit = rewriting_with_params<Params, rewrite>,
});

}  // namespace tamis::transforms
