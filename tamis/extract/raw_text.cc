#include "tamis/extract/raw_text.h"

#include <algorithm>

#include "tamis/extract/ascii.h"
#include "tamis/extract/byte_pairs.h"

namespace tamis::extract {
namespace {

constexpr std::size_t kNotFound = std::string_view::npos;
constexpr std::string_view kScript = "script";

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

// How the escape ends that a "<!--" in a script opens: with a "-->", or with the script.
struct EscapeEnd {
  std::size_t position = kNotFound;
  bool is_script_end = true;
};

// `begin` is behind the "<!". Looks for "-->" from '<' to '<' and no further: a page may open
// many such scripts before its first "-->".
EscapeEnd find_escape_end(std::string_view html, std::size_t begin) {
  bool is_double = false;  // behind "<script" in it
  while (true) {
    const std::size_t less = std::min(html.find('<', begin), html.size());
    const std::size_t offset = html.substr(begin, less - begin).find("-->");
    if (offset != kNotFound) return {.position = begin + offset, .is_script_end = false};
    if (less == html.size()) return {.position = less};
    if (is_end_tag_at(html, less, kScript)) {
      if (!is_double) return {.position = less};
      is_double = false;
    } else if (is_tag_name_at(html, less + 1, kScript)) {
      is_double = true;
    }
    begin = less + 1;
  }
}

std::size_t find_script_end(std::string_view html, std::size_t begin) {
  while (true) {
    const std::size_t at = find_byte_pair(html, begin, '<', '/', '!');
    if (at == kNotFound) return html.size();
    if (is_end_tag_at(html, at, kScript)) return at;
    begin = at + 2;
    if (!html.substr(at).starts_with("<!--")) continue;
    const EscapeEnd escape = find_escape_end(html, begin);  // its dashes may belong to "-->" too
    if (escape.is_script_end) return escape.position;
    begin = escape.position + 1;
  }
}

}  // namespace

std::size_t find_raw_text_end(std::string_view html, std::size_t begin, Tag tag) {
  if (tag == Tag::kPlaintext) return html.size();
  if (tag == Tag::kScript) return find_script_end(html, begin);
  const std::string_view name = tag_name(tag);
  std::size_t position = find_byte_pair(html, begin, '<', '/', '/');
  while (position != kNotFound && !is_end_tag_at(html, position, name)) {
    position = find_byte_pair(html, position + 1, '<', '/', '/');
  }
  return std::min(position, html.size());
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
