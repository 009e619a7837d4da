#include "tamis/base/percent_encoding.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

TEST(PercentEncodedByte, ReadsTwoDigits) {
  EXPECT_EQ(percent_encoded_byte("%5Cx"), '\\');
  EXPECT_EQ(percent_encoded_byte("%5c"), '\\');
  EXPECT_EQ(percent_encoded_byte("%E7%94%A8"), '\xE7');
  EXPECT_EQ(percent_encoded_byte("%00"), '\0');
}

TEST(PercentEncodedByte, ReadsNothingElse) {
  for (const char* text : {"", "%", "%5", "5C", "%5G", "%-0", "%+5", "% 5", "a%5C", "%用"})
    EXPECT_FALSE(percent_encoded_byte(text)) << text;
}

}  // namespace
}  // namespace tamis
