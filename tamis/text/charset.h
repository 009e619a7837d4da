// From bytes in any encoding of the web to UTF-8.
//
// The order is the browsers' (WHATWG HTML, 13.2.3): byte order mark, what the protocol declares,
// what the page declares in <meta>, then validity as UTF-8, then detection by statistics. Unlike
// browsers, Tamis does not believe a declaration that the bytes contradict: bytes that are
// UTF-8 beyond ASCII, all or nearly all, are UTF-8, and an encoding that leaves many bytes
// unreadable is dropped for a detected one that leaves fewer.
#pragma once

#include <string>
#include <string_view>

#include "tamis/text/encoding_labels.h"

namespace tamis::text {

struct Utf8Text {
  std::string_view text;      // of the payload where it is UTF-8 already, else of the buffer
  std::string_view encoding;  // canonical name of what was decoded, static
  bool is_detected = false;   // true if no mark, header or <meta> said so
  bool is_too_large = false;  // `text` would be, and is empty
};

// Decodes a whole payload. `declared` is the protocol's label, or empty. `is_html`: look for
// <meta>. Bytes that do not fit the encoding become U+FFFD. Takes time linear in `bytes`, and no
// memory for texts of more than `num_bytes_max`. Returns an empty encoding if the bytes are no text
// in any known encoding. What has to be converted is written to `buffer`: nine pages in ten are
// not, and need no copy.
Utf8Text decode_to_utf8(std::string_view bytes, std::string_view declared, bool is_html,
                        std::size_t num_bytes_max, std::string& buffer);

}  // namespace tamis::text
