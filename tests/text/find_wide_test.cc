#include "tamis/text/find_wide.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

TEST(FindWide, FindsWhatTheLibraryFindsFromAnyPlace) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    const std::string text = random_text(kMixedPieces, static_cast<int>(seed), seed) + "。";
    for (std::size_t begin = 0; begin <= text.size(); ++begin) {
      for (const std::string_view character : {"。", "，", "【", "\xE3\x80\xE3"}) {
        ASSERT_EQ(find_wide(text, character, begin), text.find(character, begin));
      }
    }
  }
}

TEST(FindWide, IsNotMisledByMarksThatBeginAlike) {
  const std::string text = std::string(40, ' ') + "、。】" + std::string(40, ' ') + "【";
  EXPECT_EQ(find_wide(text, "【"), text.size() - 3);
  EXPECT_EQ(find_wide(text, "】"), 46u);
  EXPECT_EQ(find_wide(text, "》"), text.npos);
}

}  // namespace
}  // namespace tamis::text
