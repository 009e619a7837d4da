#include "tamis/text/lines.h"

#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

constexpr bool is_ascii_graphic(char byte) { return byte > ' ' && byte < 0x7F; }

std::string_view trim_start(std::string_view text) {
  while (!text.empty() && !is_ascii_graphic(text.front())) {
    const Decoded first = decode_code_point(text);
    if (!is_white_space(first.code_point)) break;
    text.remove_prefix(first.num_bytes);
  }
  return text;
}

std::string_view trim_end(std::string_view text) {
  while (!text.empty() && !is_ascii_graphic(text.back())) {
    const Decoded last = decode_last_code_point(text);
    if (!is_white_space(last.code_point)) break;
    text.remove_suffix(last.num_bytes);
  }
  return text;
}

// Takes the first line, with its "\n", off `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

}  // namespace

void split_lines(std::string_view text, std::vector<std::string_view>& lines) {
  lines.clear();
  while (!text.empty()) lines.push_back(take_line(text));
}

void split_paragraphs(std::string_view text, std::vector<std::string_view>& paragraphs) {
  paragraphs.clear();
  while (!text.empty()) {
    const std::string_view paragraph = trim(take_line(text));
    if (!paragraph.empty()) paragraphs.push_back(paragraph);
  }
}

std::string_view trim(std::string_view text) { return trim_end(trim_start(text)); }

}  // namespace tamis::text
