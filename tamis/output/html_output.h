// HTML text, written piece by piece, that cannot be broken by what is put into it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::output {

struct HtmlAttribute {
  std::string_view name;
  std::string_view value;
};

using HtmlAttributes = std::initializer_list<HtmlAttribute>;

// Builds one page. Text and values of attributes are escaped here and nowhere else, so that a
// caller cannot forget it; tags and names of attributes are the caller's own literals. What comes
// out is well-formed XML too: every element is closed.
class HtmlOutput {
 public:
  HtmlOutput& open(std::string_view tag, HtmlAttributes attributes = {});
  HtmlOutput& close();  // the element opened last
  HtmlOutput& text(std::string_view text);

  // An element with nothing but text in it.
  HtmlOutput& element(std::string_view tag, std::string_view content,
                      HtmlAttributes attributes = {});

  // An element without content: <meta/>, <rect/>.
  HtmlOutput& leaf(std::string_view tag, HtmlAttributes attributes);

  // Written as it is. Requires: well-formed, and nothing of it from an input.
  HtmlOutput& markup(std::string_view trusted);

  // Requires: all elements are closed.
  std::string take() &&;

 private:
  void begin_tag(std::string_view tag, HtmlAttributes attributes);

  std::string html_;
  std::vector<std::string_view> open_tags_;
};

// Appends `text` with &, <, > and quotes escaped, and with what no page may hold replaced by
// U+FFFD: ill-formed UTF-8 and control characters. Takes any bytes.
void append_html_escaped(std::string_view text, std::string& html);

}  // namespace tamis::output
