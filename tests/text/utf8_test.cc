#include "tamis/text/utf8.h"

#include <gtest/gtest.h>

#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

std::string repaired(std::string_view bytes) {
  std::string out;
  append_repaired_utf8(bytes, out);
  return out;
}

TEST(IsValidUtf8, RefusesWhatTable3_7Refuses) {
  for (const char* valid : {"", "abc", "中文", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_valid_utf8(valid)) << valid;
  }
  for (const char* invalid : {"\x80", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE4\xB8"}) {
    EXPECT_FALSE(is_valid_utf8(invalid)) << invalid;
  }
}

TEST(CountCodePoints, CountsCharactersNotBytes) {
  EXPECT_EQ(count_code_points(""), 0u);
  EXPECT_EQ(count_code_points("a中é😀"), 4u);
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "中a";
  EXPECT_EQ(count_code_points(many), 2000u);
}

TEST(DecodeCodePoint, UndoesAppendForEveryCodePoint) {
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    std::string bytes;
    append_code_point(code_point, bytes);
    ASSERT_EQ(decode_code_point(bytes).code_point, code_point);
    ASSERT_EQ(decode_code_point(bytes).num_bytes, bytes.size());
    ASSERT_EQ(decode_last_code_point("中" + bytes).code_point, code_point);
  }
}

TEST(AppendRepairedUtf8, ReplacesMaximalIllFormedParts) {
  EXPECT_EQ(repaired("a\xFF\xFE"
                     "b"),
            "a\uFFFD\uFFFDb");
  EXPECT_EQ(repaired("\xE4\xB8x"), "\uFFFDx");                // cut character: one
  EXPECT_EQ(repaired("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");  // surrogate: one a byte
  EXPECT_EQ(repaired("\uFFFD中"), "\uFFFD中");
}

TEST(AppendRepairedUtf8, AlwaysGivesValidUtf8) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    EXPECT_TRUE(is_valid_utf8(repaired(random_text(kMixedPieces, 50, seed))));
  }
}

TEST(PrefixWithin, CutsNoCodePoint) {
  EXPECT_EQ(prefix_within("中文", 6), "中文");
  EXPECT_EQ(prefix_within("中文", 5), "中");
  EXPECT_EQ(prefix_within("中文", 2), "");
  EXPECT_EQ(prefix_within("abc", 2), "ab");
}

}  // namespace
}  // namespace tamis::text
