#include "tamis/extract/formula_address.h"

#include <algorithm>
#include <iterator>

#include "tamis/base/percent_encoding.h"
#include "tamis/extract/ascii.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

constexpr std::string_view kTexParameter = "equation?tex=";

// Empty if that is no UTF-8. CodeCogs writes spaces as "&space;".
std::string unescaped(std::string_view text) {
  constexpr std::string_view kSpace = "&space;";
  std::string result;
  while (!text.empty()) {
    const auto byte = percent_encoded_byte(text);
    std::size_t num_bytes = byte ? kPercentEncodedBytes : 1;
    if (text.starts_with(kSpace)) {
      result += ' ';
      num_bytes = kSpace.size();
    } else {
      result += byte.value_or(text.front());
    }
    text.remove_prefix(num_bytes);
  }
  return text::is_valid_utf8(result) ? result : std::string();
}

// "\dpi{300} \bg_white x": size, resolution, ground and font.
std::string_view without_drawing(std::string_view tex) {
  constexpr std::string_view kCommands[] = {"\\inline", "\\dpi{", "\\bg_", "\\fn_"};
  while (true) {
    tex = trim_html_space(tex);
    const auto* command = std::ranges::find_if(
        kCommands, [&](std::string_view name) { return tex.starts_with(name); });
    if (command == std::end(kCommands)) return tex;
    const std::size_t end = tex.find_first_of(" }\\", command->size());
    if (end == tex.npos) return {};
    tex.remove_prefix(tex[end] == '}' ? end + 1 : end);
  }
}

}  // namespace

bool is_formula_address(std::string_view address) {
  address = address.substr(0, 64);
  return address.find(kTexParameter) != address.npos ||
         address.find("latex.codecogs.com") != address.npos;
}

std::string tex_of_address(std::string_view address) {
  const std::size_t query = address.find('?');
  if (query == address.npos) return {};
  const std::size_t parameter = address.find(kTexParameter);
  if (parameter == address.npos)
    return std::string(without_drawing(unescaped(address.substr(query + 1))));
  const std::string_view tex = address.substr(parameter + kTexParameter.size());
  std::string escaped(tex.substr(0, tex.find('&')));
  std::ranges::replace(escaped, '+', ' ');
  return unescaped(escaped);
}

}  // namespace tamis::extract
