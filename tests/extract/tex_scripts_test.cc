#include "tamis/extract/tex_scripts.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

TEST(BaseOf, BracesWhatIsSeveralThings) {
  for (const std::string_view one : {"x", "速", "12", "\\alpha", "\\mathbf{v}", "(a+b)"})
    EXPECT_EQ(base_of(one), one);
  EXPECT_EQ(base_of("xy"), "{xy}");
  EXPECT_EQ(base_of("(a)(b)"), "{(a)(b)}");
  EXPECT_EQ(base_of("\\frac{a}{b}"), "{\\frac{a}{b}}");
  EXPECT_EQ(base_of(""), "{}");
}

TEST(Superscript, WritesPrimesAsTheyAre) {
  EXPECT_EQ(superscript("2"), "^{2}");
  EXPECT_EQ(superscript("\\prime\\prime"), "''");
  EXPECT_EQ(superscript("\\prime2"), "^{\\prime2}");
}

TEST(PutAbove, KnowsAccentsAndLimits) {
  EXPECT_EQ(put_above("x", "\\rightarrow"), "\\vec{x}");
  EXPECT_EQ(put_above("\\sum", "n"), "\\sum^{n}");
  EXPECT_EQ(put_above("=", "d"), "\\overset{d}{=}");
  EXPECT_EQ(put_below("\\lim", "x"), "\\lim_{x}");
  EXPECT_EQ(put_below("x", "\\_"), "\\underline{x}");
  EXPECT_EQ(put_below("甲", "乙"), "\\underset{乙}{甲}");
}

}  // namespace
}  // namespace tamis::extract
