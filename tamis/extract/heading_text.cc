#include "tamis/extract/heading_text.h"

#include <algorithm>
#include <iterator>

#include "tamis/extract/ascii.h"

namespace tamis::extract {
namespace {

// Marks of Sphinx, VuePress; the last of Read the Docs' theme, in a font of its own.
constexpr std::string_view kTails[] = {"¶", "🔗", "§", "\uF0C1"};

// What MediaWiki offers behind a heading, in brackets and parted by "|".
constexpr std::string_view kEdits[] = {"edit",       "edit source", "编辑", "編輯",
                                       "编辑源代码", "編輯原始碼",  "編集", "ソースを編集"};

// The bytes of "[edit | edit source]" at the end; 0 if there is none.
std::size_t edit_tail_bytes(std::string_view heading) {
  const std::size_t begin = heading.rfind('[');
  if (begin == heading.npos || !heading.ends_with(']')) return 0;
  std::string_view inside = heading.substr(begin + 1, heading.size() - begin - 2);
  if (inside.empty()) return 0;
  while (!inside.empty()) {
    const std::size_t end = std::min(inside.find('|'), inside.size());
    const std::string_view edit = trim_html_space(inside.substr(0, end));
    if (std::ranges::find(kEdits, edit) == std::end(kEdits)) return 0;
    inside.remove_prefix(std::min(end + 1, inside.size()));
  }
  return heading.size() - begin;
}

// A "#" behind a Latin letter may be a sharp.
bool has_anchor(std::string_view heading) {
  if (heading.size() < 2 || !heading.ends_with('#')) return false;
  const auto before = static_cast<unsigned char>(heading[heading.size() - 2]);
  return before >= 0x80 || before == ' ';
}

}  // namespace

std::string_view without_heading_tail(std::string_view heading) {
  std::string_view shown = heading;
  for (const std::string_view tail : kTails) {
    if (shown.ends_with(tail)) shown.remove_suffix(tail.size());
  }
  shown.remove_suffix(edit_tail_bytes(shown));
  if (has_anchor(shown)) shown.remove_suffix(1);
  if (shown.starts_with("# ")) shown.remove_prefix(1);  // VuePress has it in front
  shown = trim_html_space(shown);
  return shown.empty() ? heading : shown;
}

bool is_edit_tail(std::string_view text) {
  return !text.empty() && edit_tail_bytes(text) == text.size();
}

std::string_view without_pilcrow(std::string_view text) {
  constexpr std::string_view kPilcrows[] = {"¶", "\uF0C1"};
  constexpr std::string_view kSource = "[source]";
  for (const std::string_view arrow : {"\u21A9\uFE0E", "\u21A9"}) {
    if (!text.ends_with(arrow)) continue;
    const std::string_view note = text.substr(0, text.size() - arrow.size());
    return note.ends_with(' ') || note.ends_with("。") ? trim_html_space(note) : text;
  }
  const auto pilcrow = std::ranges::find_if(
      kPilcrows, [text](std::string_view mark) { return text.ends_with(mark); });
  if (pilcrow == std::end(kPilcrows)) return text;
  text = trim_html_space(text.substr(0, text.size() - pilcrow->size()));
  if (text.ends_with(kSource)) text.remove_suffix(kSource.size());
  return trim_html_space(text);
}

}  // namespace tamis::extract
