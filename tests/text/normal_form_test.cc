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

}  // namespace
}  // namespace tamis::text
