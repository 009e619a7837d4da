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

bool append_collapsed(std::string_view text, std::size_t num_bytes_max, std::string& out) {
  for (const char byte : text) {
    const bool is_space = is_html_space(byte);
    if (is_space && (out.empty() || is_html_space(out.back()))) continue;
    out += is_space ? ' ' : byte;
    if (out.size() <= num_bytes_max) continue;
    out.resize(text::prefix_within(out, num_bytes_max).size());
    return false;
  }
  return true;
}

}  // namespace tamis::extract
