#include "tamis/extract/tex_symbols.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

std::string symbols(std::string_view text) {
  std::string tex;
  append_tex_symbols(text, tex);
  return tex;
}

TEST(AppendTexSymbols, WritesCommands) {
  EXPECT_EQ(symbols("α≤∞"), "\\alpha\\leq\\infty");
  EXPECT_EQ(symbols("−{5%}"), "-\\{5\\%\\}");
  EXPECT_EQ(symbols("ℕ𝔸𝑥𝒜"), "\\mathbb{N}\\mathbb{A}x\\mathcal{A}");
  EXPECT_EQ(symbols("\xE2\x81\xA2"), "");  // invisible times
}

TEST(AppendTexSymbols, KeepsOtherCharactersAndNoBrokenOnes) {
  EXPECT_EQ(symbols("速，y1\xFF"), "速，y1");
}

TEST(AppendTex, PartsCommandsFromLetters) {
  for (const auto& [before, after, joined] :
       std::initializer_list<std::array<std::string_view, 3>>{{"\\pi", "r", "\\pi r"},
                                                              {"\\pi", "2", "\\pi2"},
                                                              {"\\{", "r", "\\{r"},
                                                              {"r", "r", "rr"},
                                                              {"\\pi", "", "\\pi"}}) {
    std::string tex(before);
    append_tex(after, tex);
    EXPECT_EQ(tex, joined);
  }
}

TEST(AppendTexText, EscapesMarkup) {
  std::string tex;
  append_tex_text("5% 的 {a_b}\\", tex);
  EXPECT_EQ(tex, "5\\% 的 \\{a\\_b\\}\\textbackslash{}");
}

TEST(IsTexFunction, KnowsNames) {
  EXPECT_TRUE(is_tex_function("lim"));
  EXPECT_FALSE(is_tex_function("rank"));
}

}  // namespace
}  // namespace tamis::extract
