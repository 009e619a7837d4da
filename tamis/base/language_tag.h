// Tags of languages, as BCP 47 has them and as corpora write them.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace tamis {

// The language of a tag without script and region: "en" of "en-GB" and "en_GB". Chinese is "zh"
// however it is written: "zh-Hant", ISO 639-2's "zho" and "chi", FineWeb's "cmn_Hani".
constexpr std::string_view primary_language(std::string_view tag) {
  constexpr std::array<std::string_view, 3> kChinese = {"zho", "chi", "cmn"};
  const std::string_view language = tag.substr(0, tag.find_first_of("-_"));
  return std::ranges::find(kChinese, language) == kChinese.end() ? language : "zh";
}

}  // namespace tamis
