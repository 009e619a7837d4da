#include "tamis/readers/header_fields.h"

#include <algorithm>

#include "tamis/base/ascii.h"

namespace tamis::readers {

std::string_view trim_blanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::size_t line_break_bytes(std::string_view text) {
  return std::min(text.find_first_not_of("\r\n"), text.size());
}

std::size_t empty_line_bytes(std::string_view text) {
  for (const std::string_view line : {"\r\n", "\n", "\r\r\n"}) {
    if (text.starts_with(line)) return line.size();
  }
  return 0;
}

void unfold_fields(std::string_view head, std::string& unfolded) {
  unfolded.clear();
  while (!head.empty()) {
    const std::size_t end = head.find('\n');
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end == std::string_view::npos ? head.size() : end + 1);
    const std::string_view content = trim_blanks(line);
    const bool is_folded = !unfolded.empty() && (line.starts_with(' ') || line.starts_with('\t'));
    if (is_folded) unfolded.back() = ' ';
    unfolded.append(content.empty() ? line.substr(0, 0) : content);
    unfolded += '\n';
  }
}

std::string_view find_field(std::string_view head, std::string_view name) {
  return take_field(head, name);
}

std::string_view take_field(std::string_view& head, std::string_view name) {
  while (!head.empty()) {
    const std::size_t end = head.find('\n');
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end == std::string_view::npos ? head.size() : end + 1);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    if (equals_ignoring_case(trim_blanks(line.substr(0, colon)), name)) {
      return trim_blanks(line.substr(colon + 1));
    }
  }
  return {};
}

}  // namespace tamis::readers
