// Words are not empty, in order, and do not overlap, whatever the bytes.
#include <cstdint>

#include "tamis/base/check.h"
#include "tamis/text/words.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), num_bytes);
  std::vector<std::string_view> words;
  tamis::text::split_words(text, words);
  const char* end = text.data();
  for (const std::string_view word : words) {
    TAMIS_CHECK(!word.empty() && word.data() >= end);
    end = word.data() + word.size();
  }
  TAMIS_CHECK(end <= text.data() + text.size());
  return 0;
}
