// Words are in order and do not overlap, and between them lies only white space, whatever the
// bytes.
#include <cstdint>

#include "tamis/base/check.h"
#include "tamis/text/chinese_words.h"
#include "tamis/text/utf8.h"
#include "tamis/text/white_space.h"

namespace {

bool is_white(std::string_view text) {
  while (!text.empty()) {
    const auto [code_point, num_bytes] = tamis::text::decode_code_point(text);
    if (!tamis::text::is_python_space(code_point)) return false;
    text.remove_prefix(num_bytes);
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), num_bytes);
  tamis::text::ChineseWordSplitter splitter;
  std::vector<std::string_view> words;
  splitter.split(text, words);
  std::size_t end = 0;
  for (const std::string_view word : words) {
    TAMIS_CHECK(!word.empty() && word.data() >= text.data() + end);
    const auto begin = static_cast<std::size_t>(word.data() - text.data());
    TAMIS_CHECK(is_white(text.substr(end, begin - end)));
    end = begin + word.size();
  }
  TAMIS_CHECK(is_white(text.substr(end)));
  return 0;
}
