// Matches are in order, do not overlap, and are the words that they say.
#include <cstdint>

#include "tamis/base/check.h"
#include "tamis/text/word_matcher.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), num_bytes);
  static const std::vector<std::string> kWords = {"a", "ab", "中", "中文", "文中文", "b c"};
  static const auto kMatcher = tamis::text::WordMatcher::make(kWords);
  std::vector<tamis::text::WordMatcher::Match> matches;
  kMatcher->find(text, matches);
  std::size_t end = 0;
  for (const auto& match : matches) {
    TAMIS_CHECK(match.begin >= end && match.num_bytes == kWords[match.word_index].size());
    end = match.begin + match.num_bytes;
  }
  TAMIS_CHECK(end <= text.size());
  return 0;
}
