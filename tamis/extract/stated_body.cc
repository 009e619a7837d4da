#include "tamis/extract/stated_body.h"

#include <algorithm>

#include "tamis/extract/ascii.h"
#include "tamis/extract/character_references.h"
#include "tamis/text/affixes.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

// End tags of elements that part paragraphs, and what often has none.
constexpr text::AffixList kBlockMarks{
    {"</p>", "</div>", "</li>", "</h2>", "</h3>", "</td>", "</P>"}};
constexpr text::AffixList kOpenBlockMarks{{"<br", "<BR", "<p>", "<p "}};

void append_escaped(std::string_view line, std::string& page) {
  for (const char byte : line) {
    if (byte == '<')
      page += "&lt;";
    else
      page += byte;
  }
}

// Links and emphasis stay what they are; what is only a "<" is one.
std::string paragraphs(std::string_view body) {
  const bool has_elements = body.find("</") != body.npos;
  std::string page;
  page.reserve(body.size());
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    const std::string_view line = trim_html_space(body.substr(0, end));
    body.remove_prefix(std::min(end + 1, body.size()));
    if (line.empty()) continue;
    page += "<p>";
    if (has_elements)
      page += line;
    else
      append_escaped(line, page);
  }
  return page;
}

}  // namespace

bool says_part_of(std::string_view shown, std::string_view stated) {
  constexpr std::size_t kNumPlaces = 8;
  constexpr std::size_t kPieceBytes = 40;
  for (std::size_t i = 0; i < kNumPlaces; ++i) {
    std::string_view rest = stated.substr(stated.size() * i / kNumPlaces);
    while (!rest.empty() && text::is_continuation_byte(rest.front())) rest.remove_prefix(1);
    const std::string_view piece = text::prefix_within(rest, kPieceBytes);
    if (piece.size() * 2 > kPieceBytes && shown.find(piece) != shown.npos) return true;
  }
  return false;
}

std::string stated_body_page(std::string_view body) {
  if (kBlockMarks.is_in(body) || kOpenBlockMarks.is_in(body)) return std::string(body);
  if (body.find("&lt;") != body.npos) {
    std::string decoded;
    append_decoded(body, ReferenceContext::kText, decoded);
    if (kBlockMarks.is_in(decoded)) return decoded;
  }
  return paragraphs(body);
}

}  // namespace tamis::extract
