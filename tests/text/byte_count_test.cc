#include "tamis/text/byte_count.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace tamis::text {
namespace {

TEST(CountByte, AgreesWithStdCount) {
  std::string text;
  for (unsigned i = 0; i < 700; ++i) {
    EXPECT_EQ(count_byte(text, '#'), std::count(text.begin(), text.end(), '#'));
    EXPECT_EQ(count_byte(text, '\xE5'), std::count(text.begin(), text.end(), '\xE5'));
    text += "#a\xE5"[i * i % 7 % 3];
  }
  EXPECT_EQ(count_byte(std::string(1000, '\n'), '\n'), 1000);
}

}  // namespace
}  // namespace tamis::text
