#include "tamis/extract/heading_text.h"

#include "tamis/extract/ascii.h"

namespace tamis::extract {
namespace {

// Marks of Sphinx, VuePress, MediaWiki.
constexpr std::string_view kTails[] = {"¶",      "🔗",     "§",      "[edit]",      "[edit source]",
                                       "[编辑]", "[編輯]", "[編集]", "[编辑源代码]"};

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
  if (has_anchor(shown)) shown.remove_suffix(1);
  shown = trim_html_space(shown);
  return shown.empty() ? heading : shown;
}

std::string_view without_pilcrow(std::string_view text) {
  constexpr std::string_view kPilcrow = "¶";
  constexpr std::string_view kSource = "[source]";
  if (!text.ends_with(kPilcrow)) return text;
  text = trim_html_space(text.substr(0, text.size() - kPilcrow.size()));
  if (text.ends_with(kSource)) text.remove_suffix(kSource.size());
  return trim_html_space(text);
}

}  // namespace tamis::extract
