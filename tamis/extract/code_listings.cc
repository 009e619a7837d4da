#include "tamis/extract/code_listings.h"

#include <algorithm>
#include <utility>

#include "tamis/extract/ascii.h"
#include "tamis/extract/class_words.h"
#include "tamis/text/code_lines.h"

namespace tamis::extract {
namespace {

// What highlighters call a line's number (Pygments, Rouge, highlight.js, Chroma) and a button.
constexpr std::string_view kFurniture[] = {"lineno",
                                           "linenos",
                                           "line-number",
                                           "linenumber",
                                           "line_number",
                                           "lnum",
                                           "lnt",
                                           "ln",
                                           "hljs-ln-numbers",
                                           "hljs-ln-n",
                                           "gutter",
                                           "copy-btn",
                                           "copybtn",
                                           "copy-button",
                                           "btn-copy",
                                           "btn-clipboard",
                                           "clipboard-copy",
                                           "copy-code-btn",
                                           "copy-code-button",
                                           "code-copy",
                                           "copy"};

// The languages of SyntaxHighlighter 1, by the classes of its lists.
constexpr std::string_view kBrushes[] = {
    "dp-c",  "dp-cpp",    "dp-css", "dp-delphi", "dp-j",   "dp-java", "dp-js",  "dp-php",
    "dp-py", "dp-python", "dp-rb",  "dp-ruby",   "dp-sql", "dp-vb",   "dp-xml", "dp-jscript"};

}  // namespace

bool is_code_furniture(const Token& token) {
  if (token.tag == Tag::kButton) return true;
  if (token.tag == Tag::kCode || token.attributes.empty()) return false;
  std::string_view classes = token.attribute("class").substr(0, kClassValueBytesMax);
  while (true) {
    const std::string_view name = take_name(classes);
    if (name.empty()) return false;
    if (std::ranges::find(kFurniture, name) != std::end(kFurniture)) return true;
  }
}

bool is_listing_box(Tag tag, std::string_view classes) {
  if (classes.empty()) return false;
  if (tag == Tag::kDiv) return classes == "blockcode";
  if (tag == Tag::kOl) return classes.starts_with("dp-") && is_any_of(take_name(classes), kBrushes);
  return tag == Tag::kTable && has_name(classes, "js-file-line-container");
}

std::ptrdiff_t num_lines(std::string_view text) { return std::ranges::count(text, '\n') + 1; }

bool is_line_numbers(std::string_view text) {
  constexpr std::uint32_t kNumberMax = 100000000;
  std::uint32_t last = 0;
  std::uint32_t number = 0;
  bool is_in_number = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_ascii_digit(text[i])) {
      number = std::min(number * 10 + static_cast<std::uint32_t>(text[i] - '0'), kNumberMax);
      is_in_number = true;
      continue;
    }
    if (i < text.size() && !is_html_space(text[i])) return false;
    if (!is_in_number) continue;
    if (last != 0 && number != last + 1) return false;
    last = number;
    number = 0;
    is_in_number = false;
  }
  return last != 0;
}

void remove_line_numbers(std::string& text, std::size_t begin) {
  constexpr std::size_t kNumLinesMin = 3;
  constexpr std::size_t kNumAlignedMin = 10;  // of which the first are padded
  const std::string_view listing = std::string_view(text).substr(begin);
  std::string code;
  std::size_t num_lines = 0;
  bool has_margin_code = false;  // a line that begins where the numbers end
  bool has_other_lines = false;  // an indented or empty one
  bool has_code = false;         // which columns of numbers and recipes have not
  std::size_t width = 0;         // of the number with the spaces before it
  bool is_aligned = true;        // all are as wide
  for (std::size_t i = 0; i <= listing.size();) {
    const std::size_t end = std::min(listing.find('\n', i), listing.size());
    std::string_view line = listing.substr(i, end - i);
    const std::size_t num_spaces = std::min(line.find_first_not_of(' '), line.size());
    line.remove_prefix(num_spaces);
    const std::string number = std::to_string(++num_lines);
    if (!line.starts_with(number)) return;
    if (num_lines == 1) width = num_spaces + number.size();
    is_aligned &= num_spaces + number.size() == width;
    line.remove_prefix(number.size());
    if (!line.empty() && line.front() != ' ') return;
    if (!line.empty()) line.remove_prefix(1);
    const bool is_at_margin = !line.empty() && line.front() != ' ' && line.front() != '\t';
    (is_at_margin ? has_margin_code : has_other_lines) = true;
    const bool has_words = line.find_first_not_of("0123456789 .,%+-") != line.npos;
    has_code |= has_words && text::looks_like_code(line);
    if (num_lines > 1) code += '\n';
    code += line;
    i = end + 1;
  }
  const bool is_padded = is_aligned && num_lines >= kNumAlignedMin;
  if (num_lines >= kNumLinesMin && has_code && has_margin_code && (has_other_lines || is_padded))
    text.replace(begin, text.npos, code);
}

bool is_copy_label(std::string_view text) {
  constexpr std::string_view kLabels[] = {"copy",     "copy code", "copied!", "copy to clipboard",
                                          "复制",     "复制代码",  "复製",    "複製",
                                          "複製代碼", "拷贝",      "copied"};
  return is_any_of(text, kLabels);
}

void append_in_one_line(std::string_view code, std::string& out) {
  std::string_view separator;
  while (true) {
    const std::size_t end = std::min(code.find('\n'), code.size());
    const std::string_view line = trim_html_space(code.substr(0, end));
    if (!line.empty()) out.append(std::exchange(separator, " ")).append(line);
    if (end == code.size()) return;
    code.remove_prefix(end + 1);
  }
}

}  // namespace tamis::extract
