#include "tamis/text/special_characters.h"

#include <gtest/gtest.h>

#include <string_view>

namespace tamis::text {
namespace {

using namespace std::string_view_literals;

TEST(IsSpecialCharacter, HoldsOfAsciiButItsLettersAndControls) {
  for (const char32_t c : U" \t\n\v\f\r!/09:@[`{~"sv) {
    EXPECT_TRUE(is_special_character(c)) << std::uint32_t(c);
  }
  for (const char32_t c : U"Az\0\x1C\x7F"sv) {
    EXPECT_FALSE(is_special_character(c)) << std::uint32_t(c);
  }
}

TEST(IsSpecialCharacter, HoldsOfEmojiOfOneCodePoint) {
  for (const char32_t c : {U'😀', U'©', U'☃', U'❤', U'㊙', U'\U0001F3FD'}) {
    EXPECT_TRUE(is_special_character(c)) << std::uint32_t(c);
  }
  EXPECT_FALSE(is_special_character(U'\U0001F1E8'));  // half a flag
  EXPECT_FALSE(is_special_character(U'\uFE0F'));
}

TEST(IsSpecialCharacter, HoldsOfTheListedMarksAndNoOthers) {
  constexpr std::u32string_view kListed = U"。，：；！？（）【】《》「」、·…—“”\u3000\u200B\uFFFD";
  for (const char32_t c : kListed) EXPECT_TRUE(is_special_character(c)) << std::uint32_t(c);
  // Letters that served as bullets are listed, their like are not.
  for (const char32_t c : U"一上士Гø"sv) EXPECT_TRUE(is_special_character(c)) << std::uint32_t(c);
  constexpr std::u32string_view kOthers = U"二下『〜Øг\u00A0\u0080";
  for (const char32_t c : kOthers) EXPECT_FALSE(is_special_character(c)) << std::uint32_t(c);
}

}  // namespace
}  // namespace tamis::text
