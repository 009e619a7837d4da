#include "tamis/extract/start_tags.h"

#include <algorithm>
#include <charconv>

#include "tamis/extract/ascii.h"
#include "tamis/extract/html_tokenizer.h"

namespace tamis::extract {

std::string_view page_from_tag(std::string_view page, const char* source) {
  return page.substr(static_cast<std::size_t>(source - page.data()) - 1);  // the '<'
}

std::string_view attribute_at(std::string_view page, const char* source,
                              std::string_view lower_name) {
  constexpr std::size_t kTagBytesMax = 1024;
  if (source == nullptr) return {};
  HtmlTokenizer tokenizer(page_from_tag(page, source).substr(0, kTagBytesMax));
  return tokenizer.next() ? tokenizer.token().attribute(lower_name) : std::string_view();
}

std::int64_t number_at(std::string_view page, const char* source, std::string_view lower_name,
                       std::int64_t initial, std::int64_t least, std::int64_t most) {
  const std::string_view value = trim_html_space(attribute_at(page, source, lower_name));
  std::int64_t number = initial;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc()) return initial;
  return std::clamp(number, least, most);
}

}  // namespace tamis::extract
