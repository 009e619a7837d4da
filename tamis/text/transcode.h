// Bytes in one known encoding to UTF-8, through iconv, never failing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tamis::text {

struct Transcoded {
  std::string text;
  std::size_t num_replaced = 0;  // parts that do not fit the encoding: U+FFFD in `text`
  bool is_too_large = false;     // `text` would be, and is empty
};

// Decodes `bytes` as the encoding of that canonical name, going on behind what does not fit.
// Linear; holds little more than `num_bytes_max` (text may take three times the bytes). Nothing if
// this machine's iconv lacks the encoding.
std::optional<Transcoded> transcode(std::string_view bytes, std::string_view encoding,
                                    std::size_t num_bytes_max = std::string::npos);

}  // namespace tamis::text
