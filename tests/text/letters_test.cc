#include "tamis/text/letters.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace tamis::text {
namespace {

// ICU, asked directly, is the slow twin of the table.
TEST(LetterTable, AgreesWithIcuOnEveryCodePoint) {
  for (UChar32 code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    const std::uint32_t mask = U_GET_GC_MASK(code_point);
    ASSERT_EQ(is_letter(code_point), (mask & U_GC_L_MASK) != 0) << code_point;
    ASSERT_EQ(is_digit(code_point), (mask & U_GC_ND_MASK) != 0) << code_point;
    ASSERT_EQ(is_mark(code_point), (mask & U_GC_M_MASK) != 0) << code_point;
    ASSERT_EQ(is_punctuation(code_point), (mask & U_GC_P_MASK) != 0) << code_point;
    ASSERT_EQ(is_symbol(code_point), (mask & U_GC_S_MASK) != 0) << code_point;
    ASSERT_EQ(is_white_space(code_point), u_isUWhiteSpace(code_point) != 0) << code_point;
  }
}

TEST(LetterTable, KnowsChineseJapaneseAndKorean) {
  for (const char32_t han : {U'中', U'龍', U'々', U'〇', char32_t{0x20000}}) {
    EXPECT_TRUE(is_han(han)) << int(han);
  }
  for (const char32_t kana : {U'か', U'カ', U'ー', U'ｶ'}) EXPECT_TRUE(is_kana(kana)) << int(kana);
  EXPECT_TRUE(is_hangul(U'한'));
  for (const char32_t other : {U'。', U'a', U'（', U'１'})
    EXPECT_FALSE(is_han(other)) << int(other);
}

TEST(LetterTable, HoldsNothingAboveUnicode) { EXPECT_FALSE(is_letter(0x110000)); }

TEST(HasLetter, FindsOneLetterAmongOthers) {
  EXPECT_TRUE(has_letter("12a"));
  EXPECT_TRUE(has_letter("１中"));
  EXPECT_FALSE(has_letter("3.14！"));
  EXPECT_FALSE(has_letter(""));
}

}  // namespace
}  // namespace tamis::text
