// The ASCII of HTML's grammar: which bytes are space.
#pragma once

#include <string_view>

#include "tamis/base/ascii.h"

namespace tamis::extract {

constexpr bool is_html_space(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

// Without the HTML space at both ends.
constexpr std::string_view trim_html_space(std::string_view bytes) {
  while (!bytes.empty() && is_html_space(bytes.front())) bytes.remove_prefix(1);
  while (!bytes.empty() && is_html_space(bytes.back())) bytes.remove_suffix(1);
  return bytes;
}

}  // namespace tamis::extract
