#include "tamis/extract/stated_body.h"

#include <algorithm>

#include "tamis/extract/ascii.h"
#include "tamis/extract/character_references.h"

namespace tamis::extract {
namespace {

// "</p>", "<br>", "<p class=...>".
bool has_elements(std::string_view body) {
  return body.find("</") != body.npos || body.find("<br") != body.npos ||
         body.find("<p>") != body.npos;
}

}  // namespace

bool says_part_of(std::string_view blocks, std::string_view stated) {
  constexpr std::size_t kNumLinesMax = 8;
  constexpr std::size_t kLineBytesMin = 40;
  std::size_t num_lines = 0;
  while (!stated.empty() && num_lines < kNumLinesMax) {
    const std::string_view line = stated.substr(0, stated.find('\n'));
    stated.remove_prefix(std::min(line.size() + 1, stated.size()));
    if (line.size() < kLineBytesMin) continue;
    if (blocks.find(line.substr(0, kLineBytesMin)) != blocks.npos) return true;
    ++num_lines;
  }
  return false;
}

std::string stated_body_page(std::string_view body) {
  if (has_elements(body)) return std::string(body);
  std::string page;
  if (body.find("&lt;/") != body.npos || body.find("&lt;br") != body.npos) {
    append_decoded(body, ReferenceContext::kText, page);
    return page;
  }
  page.reserve(body.size());
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    const std::string_view line = trim_html_space(body.substr(0, end));
    if (!line.empty()) page.append("<p>").append(line);
    body.remove_prefix(std::min(end + 1, body.size()));
  }
  return page;
}

}  // namespace tamis::extract
