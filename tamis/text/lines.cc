#include "tamis/text/lines.h"

#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

// The first bytes of white space, and of few other characters.
constexpr bool may_begin_space(char byte) {
  const auto first = static_cast<unsigned char>(byte);
  return first <= ' ' || first == 0xC2 || (first >= 0xE1 && first <= 0xE3);
}

// Of all white space only U+3000 begins with E3 as Chinese full stops do, and ends otherwise.
bool may_end_with_space(std::string_view text) {
  const auto last = static_cast<unsigned char>(text.back());
  if (last < 0x80) return last <= ' ';
  return text.size() < 3 || text[text.size() - 3] != '\xE3' || last == 0x80;
}

std::string_view trim_start(std::string_view text) {
  while (!text.empty() && may_begin_space(text.front())) {
    const Decoded first = decode_code_point(text);
    if (!is_white_space(first.code_point)) break;
    text.remove_prefix(first.num_bytes);
  }
  return text;
}

std::string_view trim_end(std::string_view text) {
  while (!text.empty() && may_end_with_space(text)) {
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

std::string_view trim(std::string_view text) { return trim_end(trim_start(text)); }

}  // namespace tamis::text
