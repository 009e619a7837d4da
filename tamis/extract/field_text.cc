#include "tamis/extract/field_text.h"

#include "tamis/extract/ascii.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

}  // namespace

std::string field_text(std::string_view written, ReferenceContext context) {
  std::string decoded;
  append_decoded(text::prefix_within(written, kFieldBytesMax), context, decoded);
  std::string field;
  for (std::size_t i = 0; i < decoded.size(); ++i) {
    const bool is_no_break_space = decoded.compare(i, kNoBreakSpace.size(), kNoBreakSpace) == 0;
    if (is_no_break_space) ++i;
    if (!is_no_break_space && !is_html_space(decoded[i]))
      field += decoded[i];
    else if (!field.empty() && field.back() != ' ')
      field += ' ';
  }
  if (field.ends_with(' ')) field.pop_back();
  return field;
}

}  // namespace tamis::extract
