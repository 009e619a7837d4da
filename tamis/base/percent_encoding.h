// Percent-encoding of addresses (RFC 3986, section 2.1).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "tamis/base/ascii.h"

namespace tamis {

// How many bytes "%5C" has.
inline constexpr std::size_t kPercentEncodedBytes = 3;

// The byte that "%5C" at the start of `text` stands for; nothing if it starts with none.
constexpr std::optional<char> percent_encoded_byte(std::string_view text) {
  if (text.size() < kPercentEncodedBytes || text.front() != '%') return std::nullopt;
  const auto high = hex_digit(text[1]);
  const auto low = hex_digit(text[2]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high * 16 + *low);
}

}  // namespace tamis
