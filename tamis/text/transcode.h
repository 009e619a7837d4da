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
};

// Decodes `bytes` as the encoding of that canonical name, going on behind what does not fit.
// Linear. Nothing if this machine's iconv lacks the encoding.
std::optional<Transcoded> transcode(std::string_view bytes, std::string_view encoding);

}  // namespace tamis::text
