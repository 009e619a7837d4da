#include "tamis/extract/formula_address.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

TEST(TexOfAddress, IsUnescaped) {
  for (const auto& [address, tex] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"https://latex.codecogs.com/svg.image?E=mc^2", "E=mc^2"},
           {"https://latex.codecogs.com/gif.latex?%5Cfrac%7B1%7D%7b2%7d", "\\frac{1}{2}"},
           {"http://latex.codecogs.com/png.latex?\\inline&space;\\dpi{300}&space;x+1", "x+1"},
           {"https://latex.codecogs.com/png.image?\\bg_white\\large x", "\\large x"},
           {"//www.zhihu.com/equation?tex=%5Calpha+%2B+%E4%B8%AD&consumer=x", "\\alpha + 中"},
           {"https://latex.codecogs.com/svg.image?%zz%5", "%zz%5"},
           {"https://www.zhihu.com/equation?tex=a%FF%FEb", ""},
           {"https://latex.codecogs.com/svg.image", ""},
           {"https://latex.codecogs.com/svg.image?\\inline", ""}}) {
    EXPECT_EQ(tex_of_address(address), tex) << address;
  }
}

TEST(IsFormulaAddress, KnowsTheServices) {
  EXPECT_TRUE(is_formula_address("https://latex.codecogs.com/gif.latex?x"));
  EXPECT_TRUE(is_formula_address("//www.zhihu.com/equation?tex=x"));
  EXPECT_FALSE(is_formula_address("https://例.com/a.png?x"));
}

}  // namespace
}  // namespace tamis::extract
