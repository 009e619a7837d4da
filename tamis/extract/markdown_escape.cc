#include "tamis/extract/markdown_escape.h"

#include <algorithm>
#include <array>

#include "tamis/base/ascii.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

// Longer formulas in a page's text are not looked for the end of.
constexpr std::size_t kFormulaBytesMax = 2048;

// What CommonMark calls white space and punctuation, for the characters that pages have.
bool is_space(char32_t code_point) {
  return code_point <= ' ' || code_point == 0xA0 || code_point == 0x3000 ||
         (code_point >= 0x2000 && code_point <= 0x200A);
}

bool is_punctuation(char32_t code_point) {
  if (code_point < 0x80) return is_ascii_punctuation(static_cast<char>(code_point));
  return (code_point >= 0xA1 && code_point <= 0xBF) ||
         (code_point >= 0x2010 && code_point <= 0x2E7F) ||
         (code_point >= 0x3001 && code_point <= 0x303F) ||
         (code_point >= 0xFF01 && code_point <= 0xFF0F) ||
         (code_point >= 0xFF1A && code_point <= 0xFF20) ||
         (code_point >= 0xFF3B && code_point <= 0xFF65);
}

// True if emphasis may begin or end with the marks text[begin, end) (CommonMark 6.2).
bool is_emphasis(std::string_view text, std::size_t begin, std::size_t end) {
  const char32_t before =
      begin == 0 ? U' ' : text::decode_last_code_point(text.substr(0, begin)).code_point;
  const char32_t after =
      end == text.size() ? U' ' : text::decode_code_point(text.substr(end)).code_point;
  const bool is_left =
      !is_space(after) && (!is_punctuation(after) || is_space(before) || is_punctuation(before));
  const bool is_right =
      !is_space(before) && (!is_punctuation(before) || is_space(after) || is_punctuation(after));
  if (text[begin] != '_') return is_left || is_right;
  return (is_left && (!is_right || is_punctuation(before))) ||
         (is_right && (!is_left || is_punctuation(after)));
}

// Finds the formulas that a page has in its text. Asked at rising positions of one text, it looks
// at each byte a few times.
class TexFinder {
 public:
  explicit TexFinder(std::string_view text) : text_(text) {}

  // The end of the formula that begins at `begin`; npos if none does.
  std::size_t find_end(std::size_t begin) {
    const std::string_view rest = text_.substr(begin);
    if (rest.starts_with("$$")) return find_closing(begin + 2, "$$", num_searched_[0]);
    if (rest.starts_with('$')) return find_dollar(begin);
    if (rest.starts_with("\\(")) return find_closing(begin + 2, "\\)", num_searched_[1]);
    if (rest.starts_with("\\[")) return find_closing(begin + 2, "\\]", num_searched_[2]);
    return text_.npos;
  }

 private:
  // Up to `num_searched` it is known that there is no mark.
  std::size_t find_closing(std::size_t begin, std::string_view mark, std::size_t& num_searched) {
    const std::size_t limit = std::min(begin + kFormulaBytesMax, text_.size());
    const std::size_t from = std::max(begin, num_searched);
    if (from >= limit) return text_.npos;
    const std::size_t offset = text_.substr(from, limit - from).find(mark);
    if (offset != text_.npos) return from + offset + mark.size();
    num_searched = limit - (mark.size() - 1);
    return text_.npos;
  }

  // As Pandoc tells formulas from prices: no space inside, no digit behind; and something that only
  // TeX has.
  std::size_t find_dollar(std::size_t begin) const {
    const std::size_t inside_end = text_.substr(begin + 1, kFormulaBytesMax).find('$');
    if (inside_end == text_.npos || inside_end == 0) return text_.npos;
    const std::string_view inside = text_.substr(begin + 1, inside_end);
    if (inside.front() == ' ' || inside.back() == ' ') return text_.npos;
    const std::size_t end = begin + inside_end + 2;
    if (end < text_.size() && is_ascii_digit(text_[end])) return text_.npos;
    return inside.find_first_of("\\^_{") == inside.npos ? text_.npos : end;
  }

  std::string_view text_;
  std::array<std::size_t, 3> num_searched_ = {};
};

bool is_reference(std::string_view rest) {
  constexpr std::size_t kReferenceBytesMax = 32;
  if (rest.size() < 3 || !(is_ascii_letter(rest[1]) || rest[1] == '#')) return false;
  const auto end =
      rest.substr(1, kReferenceBytesMax)
          .find_first_not_of("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return end != rest.npos && rest[end + 1] == ';';
}

// What append_escaped() looks at.
constexpr std::array<bool, 256> kSpecial = [] {
  std::array<bool, 256> special = {};
  for (const unsigned char byte : {'*', '_', '~', '`', '\\', ']', '<', '&', '$'})
    special[byte] = true;
  return special;
}();

bool is_special(char byte) { return kSpecial[static_cast<unsigned char>(byte)]; }

bool is_run_mark(char byte) { return byte == '*' || byte == '_' || byte == '~'; }

bool needs_escape(std::string_view rest) {
  const char next = rest.size() > 1 ? rest[1] : ' ';
  switch (rest.front()) {
    case '`':
      return true;
    case '\\':
      return is_ascii_punctuation(next);
    case ']':
      return next == '(';
    case '<':
      return is_ascii_letter(next) || next == '/' || next == '!' || next == '?';
    case '&':
      return is_reference(rest);
    default:
      return false;
  }
}

// Writes the run of equal marks at `begin`; returns its end.
std::size_t append_run(std::string_view text, std::size_t begin, std::string& out) {
  const std::size_t end = std::min(text.find_first_not_of(text[begin], begin), text.size());
  const bool is_struck = text[begin] == '~' && end - begin == 2;
  const bool is_mark = text[begin] == '~' ? is_struck : is_emphasis(text, begin, end);
  for (std::size_t i = begin; i < end; ++i) {
    if (is_mark) out += '\\';
    out += text[i];
  }
  return end;
}

}  // namespace

void append_escaped(std::string_view text, std::string& out) {
  TexFinder formulas(text);
  std::size_t position = 0;
  while (position < text.size()) {
    std::size_t plain_end = position;
    while (plain_end < text.size() && !is_special(text[plain_end])) ++plain_end;
    out += text.substr(position, plain_end - position);
    position = plain_end;
    if (position == text.size()) return;
    if (is_run_mark(text[position])) {
      position = append_run(text, position, out);
      continue;
    }
    std::size_t end = formulas.find_end(position);
    if (end == text.npos) {
      if (needs_escape(text.substr(position))) out += '\\';
      end = position + 1;
    }
    out += text.substr(position, end - position);
    position = end;
  }
}

void escape_line_start(std::string& markdown, std::size_t line_begin) {
  const std::string_view line = std::string_view(markdown).substr(line_begin);
  if (line.empty()) return;
  const auto ends_word = [&](std::size_t end) { return end >= line.size() || line[end] == ' '; };
  const std::size_t num_digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (num_digits > 0) {
    const bool is_number = num_digits <= 9 && num_digits < line.size() &&
                           (line[num_digits] == '.' || line[num_digits] == ')');
    if (is_number && ends_word(num_digits + 1)) markdown.insert(line_begin + num_digits, 1, '\\');
    return;
  }
  const char first = line.front();
  const std::size_t num_marks = std::min(line.find_first_not_of(first), line.size());
  const bool may_be_rule = first == '-' || first == '=' ||  // or what makes a heading of a line
                           ((first == '*' || first == '_') && std::ranges::count(line, first) >= 3);
  const bool is_rule = may_be_rule && line.find_first_not_of(std::string{first, ' '}) == line.npos;
  const bool is_item = (first == '-' || first == '+' || first == '*') && ends_word(1);
  const bool is_heading = first == '#' && num_marks <= 6 && ends_word(num_marks);
  const bool is_fence = first == '~' && num_marks >= 3;
  const bool is_definition = first == '[' && line.find("]:") != line.npos;
  if (is_rule || is_item || is_heading || is_fence || is_definition || first == '>' || first == '|')
    markdown.insert(line_begin, 1, '\\');
}

void append_code(std::string_view code, std::string& out) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char byte : code) {
    run = byte == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const bool needs_space = code.starts_with('`') || code.ends_with('`');
  const std::string_view space = needs_space ? " " : "";
  out.append(fence).append(space).append(code).append(space).append(fence);
}

}  // namespace tamis::extract
