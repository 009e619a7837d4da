#include "tamis/extract/field_text.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

TEST(FieldText, DecodesAndCollapses) {
  EXPECT_EQ(field_text(" a &amp;\n\t b ", ReferenceContext::kText), "a & b");
  EXPECT_EQ(field_text("长江&nbsp;| 新闻", ReferenceContext::kText), "长江 | 新闻");
  EXPECT_EQ(field_text("&nbsp;&nbsp;", ReferenceContext::kText), "");
  EXPECT_EQ(field_text("", ReferenceContext::kText), "");
}

TEST(FieldText, LeavesTheAmpersandsOfAddresses) {
  EXPECT_EQ(field_text("?a=1&copy=2&amp;b=3", ReferenceContext::kAttribute), "?a=1&copy=2&b=3");
  EXPECT_EQ(field_text("1&copy=2", ReferenceContext::kText), "1\u00a9=2");
}

TEST(FieldText, IsShort) {
  EXPECT_EQ(field_text(std::string(5000, 'x'), ReferenceContext::kText).size(), kFieldBytesMax);
}

TEST(AppendCollapsed, CountsWhatItAppends) {
  std::string out;
  EXPECT_TRUE(append_collapsed("\n" + std::string(100, ' ') + "a \t b ", 8, out));
  EXPECT_TRUE(append_collapsed("  中", 8, out));
  EXPECT_EQ(out, "a b 中");
  EXPECT_FALSE(append_collapsed("文", 8, out));
  EXPECT_EQ(out, "a b 中");
}

}  // namespace
}  // namespace tamis::extract
