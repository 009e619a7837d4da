#include "tamis/output/html_output.h"

#include <utility>

#include "tamis/base/check.h"
#include "tamis/text/utf8.h"

namespace tamis::output {
namespace {

constexpr char32_t kLowestPrintable = U' ';
constexpr char32_t kDelete = U'\x7F';
constexpr char32_t kLastControl = U'\x9F';

bool is_forbidden(char32_t code_point) {
  if (code_point == U'\n' || code_point == U'\t') return false;
  // The last two code points of each plane are no characters.
  return code_point < kLowestPrintable || (code_point >= kDelete && code_point <= kLastControl) ||
         (code_point & 0xFFFE) == 0xFFFE;
}

}  // namespace

void append_html_escaped(std::string_view text, std::string& html) {
  while (!text.empty()) {
    const text::Decoded decoded = text::decode_code_point(text);
    switch (decoded.code_point) {
      case U'&':
        html += "&amp;";
        break;
      case U'<':
        html += "&lt;";
        break;
      case U'>':
        html += "&gt;";
        break;
      case U'"':
        html += "&quot;";
        break;
      case U'\'':
        html += "&#39;";
        break;
      default:
        text::append_code_point(
            is_forbidden(decoded.code_point) ? text::kReplacement : decoded.code_point, html);
    }
    text.remove_prefix(decoded.num_bytes);
  }
}

void HtmlOutput::begin_tag(std::string_view tag, HtmlAttributes attributes) {
  html_ += '<';
  html_ += tag;
  for (const HtmlAttribute& attribute : attributes) {
    html_ += ' ';
    html_ += attribute.name;
    html_ += "=\"";
    append_html_escaped(attribute.value, html_);
    html_ += '"';
  }
}

HtmlOutput& HtmlOutput::open(std::string_view tag, HtmlAttributes attributes) {
  begin_tag(tag, attributes);
  html_ += '>';
  open_tags_.push_back(tag);
  return *this;
}

HtmlOutput& HtmlOutput::close() {
  TAMIS_CHECK(!open_tags_.empty());
  html_ += "</";
  html_ += open_tags_.back();
  html_ += '>';
  // Lines only where white space is no text, so that a page can be read and compared.
  constexpr std::string_view kInlineTags = " a b bdi code span small title ";
  const std::string padded = ' ' + std::string(open_tags_.back()) + ' ';
  if (kInlineTags.find(padded) == kInlineTags.npos) html_ += '\n';
  open_tags_.pop_back();
  return *this;
}

HtmlOutput& HtmlOutput::text(std::string_view text) {
  append_html_escaped(text, html_);
  return *this;
}

HtmlOutput& HtmlOutput::element(std::string_view tag, std::string_view content,
                                HtmlAttributes attributes) {
  return open(tag, attributes).text(content).close();
}

HtmlOutput& HtmlOutput::leaf(std::string_view tag, HtmlAttributes attributes) {
  begin_tag(tag, attributes);
  html_ += "/>";
  return *this;
}

HtmlOutput& HtmlOutput::markup(std::string_view trusted) {
  html_ += trusted;
  return *this;
}

std::string HtmlOutput::take() && {
  TAMIS_CHECK(open_tags_.empty());
  return std::move(html_);
}

}  // namespace tamis::output
