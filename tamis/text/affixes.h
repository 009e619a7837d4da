// Whether a text begins or ends with one of several words.
#pragma once

#include <algorithm>
#include <string_view>

namespace tamis::text {

// `words`: a range of what string_view compares with. An empty word begins and ends every text.
template <typename Words>
bool starts_with_any(std::string_view text, const Words& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

template <typename Words>
bool ends_with_any(std::string_view text, const Words& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.ends_with(word); });
}

}  // namespace tamis::text
