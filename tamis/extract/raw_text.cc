#include "tamis/extract/raw_text.h"

#include "tamis/extract/ascii.h"

namespace tamis::extract {
namespace {

constexpr std::size_t kNotFound = std::string_view::npos;

// True if `html` holds the name at `position`, in any case, and the name ends there.
bool is_tag_name_at(std::string_view html, std::size_t position, std::string_view name) {
  if (html.size() - position <= name.size()) return false;
  if (!starts_with_ignoring_case(html.substr(position), name)) return false;
  const char next = html[position + name.size()];
  return is_html_space(next) || next == '/' || next == '>';
}

bool is_end_tag_at(std::string_view html, std::size_t position, std::string_view name) {
  return html.substr(position).starts_with("</") && is_tag_name_at(html, position + 2, name);
}

std::size_t find_script_end(std::string_view html, std::size_t begin) {
  constexpr std::string_view kScript = "script";
  bool is_escaped = false;         // behind "<!--"
  bool is_double_escaped = false;  // and behind "<script" in it
  for (std::size_t position = begin; position < html.size(); ++position) {
    position = html.find_first_of(is_escaped ? "<-" : "<", position);
    if (position == kNotFound) break;
    const std::string_view rest = html.substr(position);
    if (rest.front() == '-') {
      if (rest.starts_with("-->")) is_escaped = is_double_escaped = false;
    } else if (is_end_tag_at(html, position, kScript)) {
      if (!is_double_escaped) return position;
      is_double_escaped = false;
    } else if (!is_escaped && rest.starts_with("<!--")) {
      is_escaped = true;
      ++position;  // the dashes may belong to "-->" too
    } else if (is_escaped && is_tag_name_at(html, position + 1, kScript)) {
      is_double_escaped = true;
    }
  }
  return html.size();
}

}  // namespace

std::size_t find_raw_text_end(std::string_view html, std::size_t begin, Tag tag) {
  if (tag == Tag::kPlaintext) return html.size();
  if (tag == Tag::kScript) return find_script_end(html, begin);
  std::size_t position = html.find('<', begin);
  while (position != kNotFound && !is_end_tag_at(html, position, tag_name(tag))) {
    position = html.find('<', position + 1);
  }
  return position == kNotFound ? html.size() : position;
}

std::size_t find_comment_end(std::string_view comment) {
  if (comment.starts_with(">") || comment.starts_with("->")) return 0;
  std::size_t position = comment.find("--");
  while (position != kNotFound) {
    const std::string_view rest = comment.substr(position + 2);
    if (rest.starts_with(">") || rest.starts_with("!>")) return position;
    position = comment.find("--", position + 1);
  }
  return kNotFound;
}

}  // namespace tamis::extract
