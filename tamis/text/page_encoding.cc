#include "tamis/text/page_encoding.h"

#include <algorithm>

#include "tamis/base/ascii.h"
#include "tamis/text/encoding_labels.h"

namespace tamis::text {
namespace {

constexpr std::size_t kPrescanBytes = 4096;

constexpr bool is_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
}

void skip_spaces(std::string_view& rest) {
  while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
}

// Takes the longest head without one of `stops` off `rest`.
std::string_view take_until(std::string_view& rest, std::string_view stops) {
  const std::string_view taken = rest.substr(0, rest.find_first_of(stops));
  rest.remove_prefix(taken.size());
  return taken;
}

struct Attribute {
  std::string_view name;
  std::string_view value;
};

// Takes the value behind "=": quoted, or up to white space or ">".
std::string_view take_value(std::string_view& rest) {
  skip_spaces(rest);
  if (rest.empty()) return {};
  const char quote = rest.front();
  if (quote != '"' && quote != '\'') return take_until(rest, " \t\n\f\r>");
  rest.remove_prefix(1);
  const std::string_view value = take_until(rest, {&quote, 1});
  if (!rest.empty()) rest.remove_prefix(1);
  return value;
}

// Takes the next attribute of a tag; an empty name at the tag's end.
Attribute take_attribute(std::string_view& rest) {
  while (!rest.empty() && (is_space(rest.front()) || rest.front() == '/')) rest.remove_prefix(1);
  Attribute attribute = {.name = take_until(rest, "= \t\n\f\r/>"), .value = {}};
  skip_spaces(rest);
  if (rest.empty() || rest.front() != '=') return attribute;
  rest.remove_prefix(1);
  if (attribute.name.empty()) attribute.name = "=";  // a nameless value is skipped, not the end
  attribute.value = take_value(rest);
  return attribute;
}

// The label behind "charset=" in a Content-Type: "text/html; charset=gb2312".
std::string_view charset_of_content_type(std::string_view content) {
  constexpr std::string_view kKey = "charset";
  for (std::size_t i = 0; i + kKey.size() < content.size(); ++i) {
    if (!starts_with_ignoring_case(content.substr(i), kKey)) continue;
    std::string_view rest = content.substr(i + kKey.size());
    skip_spaces(rest);
    if (rest.empty() || rest.front() != '=') continue;
    rest.remove_prefix(1);
    skip_spaces(rest);
    const bool is_quoted = !rest.empty() && (rest.front() == '"' || rest.front() == '\'');
    return is_quoted ? take_value(rest) : take_until(rest, " \t\n\f\r;");
  }
  return {};
}

// A page whose <meta> could be read byte by byte is not in UTF-16, whatever it says.
std::string_view readable_encoding(std::string_view label) {
  const std::string_view encoding = canonical_encoding(label);
  return encoding.starts_with("UTF-16") ? std::string_view("UTF-8") : encoding;
}

// Takes the attributes of a <meta>; what it says of the encoding, if anything.
std::string_view take_meta(std::string_view& rest) {
  std::string_view charset;
  std::string_view content;
  bool is_content_type = false;
  for (Attribute attribute = take_attribute(rest); !attribute.name.empty();
       attribute = take_attribute(rest)) {
    if (equals_ignoring_case(attribute.name, "charset")) charset = attribute.value;
    if (equals_ignoring_case(attribute.name, "content")) content = attribute.value;
    if (equals_ignoring_case(attribute.name, "http-equiv")) {
      is_content_type = equals_ignoring_case(attribute.value, "content-type");
    }
  }
  const std::string_view encoding = readable_encoding(charset);
  if (!encoding.empty() || !is_content_type) return encoding;
  return readable_encoding(charset_of_content_type(content));
}

// The encoding of <?xml version="1.0" encoding="gbk"?>, which must be the very first thing.
std::string_view xml_encoding(std::string_view page) {
  constexpr std::string_view kDeclaration = "<?xml";
  if (!page.starts_with(kDeclaration)) return {};
  std::string_view rest = page.substr(kDeclaration.size());
  rest = rest.substr(0, rest.find('>'));
  for (Attribute attribute = take_attribute(rest); !attribute.name.empty();
       attribute = take_attribute(rest)) {
    if (attribute.name == "encoding") return readable_encoding(attribute.value);
  }
  return {};
}

// Steps over the comment or tag that `rest` begins with.
void skip_markup(std::string_view& rest) {
  if (rest.starts_with("<!--")) {
    const std::size_t end = rest.find("-->", 2);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 3);
    return;
  }
  const std::string_view name = rest.substr(rest.starts_with("</") ? 2 : 1);
  if (!name.empty() && is_ascii_letter(name.front())) {
    take_until(rest, " \t\n\f\r/>");
    while (!take_attribute(rest).name.empty()) continue;
  } else {
    rest.remove_prefix(1);
  }
}

bool is_meta(std::string_view tag) {
  constexpr std::string_view kMeta = "<meta";
  return starts_with_ignoring_case(tag, kMeta) && tag.size() > kMeta.size() &&
         (is_space(tag[kMeta.size()]) || tag[kMeta.size()] == '/');
}

}  // namespace

std::string_view page_encoding(std::string_view page) {
  std::string_view rest = page.substr(0, kPrescanBytes);
  const std::string_view of_xml = xml_encoding(rest);
  for (;;) {
    const std::size_t markup = rest.find('<');
    if (markup == std::string_view::npos) return of_xml;
    rest.remove_prefix(markup);
    if (!is_meta(rest)) {
      skip_markup(rest);
      continue;
    }
    rest.remove_prefix(std::string_view("<meta").size());
    const std::string_view encoding = take_meta(rest);
    if (!encoding.empty()) return encoding;
  }
}

}  // namespace tamis::text
