#include "tamis/text/normal_form.h"

#include <gtest/gtest.h>

namespace tamis::text {
namespace {

TEST(NormalizeNfc, ComposesAndSaysSo) {
  std::string out;
  EXPECT_TRUE(normalize_nfc("e\u0301 か\u3099", out));
  EXPECT_EQ(out, "é が");
}

TEST(NormalizeNfc, LeavesTheOutputWhenNothingChanges) {
  for (const char* text : {"", "abc", "中文，全角！ＡＢＣ", "\xFF broken \xE4"}) {
    std::string out = "before";
    EXPECT_FALSE(normalize_nfc(text, out)) << text;
    EXPECT_EQ(out, "before");
  }
}

std::string repeated(std::string_view piece, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += piece;
  return text;
}

TEST(NormalizeNfc, LeavesLettersOfMoreMarksThanWritingHas) {
  const std::string marks = repeated("\u0315\u0300\u05AE", 10);
  for (const std::string_view letter : {"a", "か", "\U00010300"}) {
    const std::string overmarked = std::string(letter) + marks + "\u0301";
    for (int num_before = 0; num_before < 70; ++num_before) {
      const std::string before = repeated("x", num_before);
      std::string out = "before";
      EXPECT_FALSE(normalize_nfc(before + overmarked, out)) << num_before;
      ASSERT_TRUE(normalize_nfc(before + "e\u0301" + overmarked + "e\u0301", out)) << num_before;
      EXPECT_EQ(out, before + "é" + overmarked + "é");
    }
  }
  std::string out;
  ASSERT_TRUE(normalize_nfc("a" + marks, out));
  EXPECT_EQ(out.substr(0, 2), "\u00E0");
}

// ICU alone takes hours.
TEST(NormalizeNfc, TakesTimeLinearInMarks) {
  std::string out;
  EXPECT_FALSE(normalize_nfc("a" + repeated("\u0315\u0300\u05AE", 1'000'000), out));
}

}  // namespace
}  // namespace tamis::text
