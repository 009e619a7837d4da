// The ASCII of HTML's grammar: which bytes are space, what they part, and words in any case.
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

// Takes the first of the names that HTML space parts off `names`, as in a class attribute; empty
// if there is none left.
constexpr std::string_view take_name(std::string_view& names) {
  names = trim_html_space(names);
  std::size_t end = 0;
  while (end < names.size() && !is_html_space(names[end])) ++end;
  const std::string_view name = names.substr(0, end);
  names.remove_prefix(end);
  return name;
}

// True if one of `names` is that one in any case. Requires: `lower_name` is in lower case.
constexpr bool has_name(std::string_view names, std::string_view lower_name) {
  for (std::string_view name = take_name(names); !name.empty(); name = take_name(names)) {
    if (equals_ignoring_case(name, lower_name)) return true;
  }
  return false;
}

// True if `bytes` are one of the words in any case. Requires: `lower_words` are in lower case.
template <typename Words>
constexpr bool is_any_of(std::string_view bytes, const Words& lower_words) {
  for (const std::string_view word : lower_words) {
    if (equals_ignoring_case(bytes, word)) return true;
  }
  return false;
}

}  // namespace tamis::extract
