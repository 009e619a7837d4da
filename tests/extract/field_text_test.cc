#include "tamis/extract/field_text.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

TEST(FieldText, DecodesAndCollapses) {
  EXPECT_EQ(field_text(" a &amp;\n\t b "), "a & b");
  EXPECT_EQ(field_text("长江&nbsp;| 新闻"), "长江 | 新闻");
  EXPECT_EQ(field_text("&nbsp;&nbsp;"), "");
  EXPECT_EQ(field_text(""), "");
}

TEST(FieldText, IsShort) { EXPECT_EQ(field_text(std::string(5000, 'x')).size(), kFieldBytesMax); }

}  // namespace
}  // namespace tamis::extract
