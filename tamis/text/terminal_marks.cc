#include "tamis/text/terminal_marks.h"

#include <unicode/uchar.h>

#include "tamis/text/utf8.h"

namespace tamis::text {

bool is_terminal_mark(char32_t code_point) {
  if (u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_S_TERM) != 0) return true;
  return (code_point >= 0x17D4 && code_point <= 0x17D6) || code_point == 0x17D9 ||
         code_point == 0x17DA;
}

bool ends_with_terminal_mark(std::string_view text) {
  return !text.empty() && is_terminal_mark(decode_last_code_point(text).code_point);
}

}  // namespace tamis::text
