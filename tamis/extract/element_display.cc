#include "tamis/extract/element_display.h"

#include <algorithm>

#include "tamis/extract/ascii.h"
#include "tamis/extract/class_words.h"

namespace tamis::extract {
namespace {

// What scripts make seen when all is loaded: boxes, elements of their own making ("<app-root>").
bool is_box(const Token& start_tag) {
  return has_trait(start_tag.tag, kIsBlock) || start_tag.name.find('-') != start_tag.name.npos;
}

// What Discuz! writes between the words of a post for those who copy it.
bool is_jammer(const Token& start_tag) {
  return equals_ignoring_case(start_tag.name, "font") && start_tag.attribute("class") == "jammer";
}

// Of one declaration: "display: none".
bool hides(std::string_view declaration, const Token& start_tag) {
  const std::size_t colon = declaration.find(':');
  if (colon == declaration.npos) return false;
  const std::string_view property = trim_html_space(declaration.substr(0, colon));
  const std::string_view value = trim_html_space(declaration.substr(colon + 1));
  if (equals_ignoring_case(property, "display")) return starts_with_ignoring_case(value, "none");
  return equals_ignoring_case(property, "visibility") &&
         starts_with_ignoring_case(value, "hidden") && !is_box(start_tag);
}

}  // namespace

bool is_hidden(const Token& start_tag) {
  if (start_tag.tag == Tag::kNoscript) return true;
  if (start_tag.attributes.empty() || start_tag.tag == Tag::kHtml) return false;
  if (start_tag.tag == Tag::kInput && equals_ignoring_case(start_tag.attribute("type"), "hidden"))
    return true;
  if (start_tag.attribute("hidden").data() != nullptr || is_jammer(start_tag)) return true;
  const std::string_view style = start_tag.attribute("style");
  for (std::size_t begin = 0; begin < style.size();) {
    const std::size_t end = std::min(style.find(';', begin), style.size());
    if (hides(style.substr(begin, end - begin), start_tag)) return true;
    begin = end + 1;
  }
  return false;
}

bool is_for_screen_readers(const Token& start_tag) {
  constexpr std::string_view kClasses[] = {"sr-only",         "screen-reader-text",
                                           "visually-hidden", "visuallyhidden",
                                           "a-offscreen",     "screen-reader-only"};
  if (start_tag.attributes.empty()) return false;
  std::string_view classes = start_tag.attribute("class").substr(0, kClassValueBytesMax);
  for (std::string_view name = take_name(classes); !name.empty(); name = take_name(classes)) {
    if (std::ranges::find(kClasses, name) != std::end(kClasses)) return true;
  }
  return false;
}

bool ends_svg(const Token& start_tag) {
  constexpr std::string_view kFontAttributes[] = {"color", "face", "size"};
  constexpr std::string_view kNames[] = {"b",     "big",  "em",     "head",   "i",   "nobr", "s",
                                         "small", "span", "strike", "strong", "sub", "var"};
  if (start_tag.tag != Tag::kOther) return has_trait(start_tag.tag, kEndsSvg);
  if (equals_ignoring_case(start_tag.name, "font")) {
    return std::ranges::any_of(kFontAttributes, [&](std::string_view attribute) {
      return start_tag.attribute(attribute).data() != nullptr;
    });
  }
  return is_any_of(start_tag.name, kNames);
}

}  // namespace tamis::extract
