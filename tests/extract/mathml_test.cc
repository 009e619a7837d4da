#include "tamis/extract/mathml.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::extract {
namespace {

std::string tex_of(std::string_view html) {
  MathmlReader reader;
  HtmlTokenizer tokenizer(html);
  EXPECT_TRUE(tokenizer.next());
  reader.start(tokenizer.token());
  while (tokenizer.next()) reader.add(tokenizer.token());
  return std::string(reader.finish());
}

struct Case {
  std::string_view inside;
  std::string_view tex;
};

void expect_tex(std::initializer_list<Case> cases) {
  for (const auto& [inside, tex] : cases) {
    EXPECT_EQ(tex_of("<math>" + std::string(inside) + "</math>"), tex) << inside;
  }
}

TEST(MathmlReader, WritesTokens) {
  expect_tex({{"<mi>x</mi><mo>=</mo><mn>10</mn>", "x=10"},
              {"<mi>α</mi><mi>x</mi><mo>≤</mo><mi>β</mi>", "\\alpha x\\leq\\beta"},
              {"<mi>sin</mi><mo>&ApplyFunction;</mo><mi>x</mi>", "\\sin x"},
              {"<mi>rank</mi><mo>mod</mo>", "\\mathrm{rank}\\operatorname{mod}"},
              {"<mi>𝐯</mi><mo>∈</mo><mi>ℝ</mi>", "\\mathbf{v}\\in\\mathbb{R}"},
              {"<mi>x</mi><mtext> if 5% </mtext>", "x\\text{ if 5\\% }"},
              {"<mi>速度</mi><mo>×</mo><mtext>时间</mtext>", "\\text{速度}\\times\\text{时间}"},
              {"<mo>{</mo><mi>a</mi><mo>}</mo>", "\\{a\\}"}});
}

TEST(MathmlReader, KeepsAlphabets) {
  expect_tex(
      {{"<mi mathvariant='double-struck'>R</mi><mn mathvariant=bold>1</mn>",
        "\\mathbb{R}\\mathbf{1}"},
       {"<mi mathvariant=bold>v</mi><mi mathvariant=BOLD>α</mi>",
        "\\mathbf{v}\\boldsymbol{\\alpha}"},
       {"<mi mathvariant=script>L</mi><mi mathvariant=fraktur>g</mi>", "\\mathcal{L}\\mathfrak{g}"},
       {"<mi mathvariant='double-struck'>ℝ</mi><mi mathvariant=normal>d</mi>", "\\mathbb{R}d"}});
}

TEST(MathmlReader, WritesLayout) {
  expect_tex(
      {{"<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac>", "\\frac{a}{b+1}"},
       {"<mfrac linethickness=0><mi>n</mi><mi>k</mi></mfrac>", "\\binom{n}{k}"},
       {"<msqrt><mi>x</mi></msqrt><mroot><mi>x</mi><mn>3</mn></mroot>", "\\sqrt{x}\\sqrt[3]{x}"},
       {"<mfenced open='[' close=']' separators=';'><mi>a</mi><mi>b</mi></mfenced>", "[a;b]"},
       {"<mfenced separators='，'><mi>a</mi><mi>b</mi></mfenced>", "(a，b)"},
       {"<mtable><mtr><mtd>1</mtd><mtd>2</mtd></mtr><mtr><mtd>3</mtd></mtr></mtable>",
        "\\begin{matrix} 1 & 2 \\\\ 3 \\end{matrix}"},
       {"a<mphantom><mi>b</mi></mphantom>c", "ac"}});
}

TEST(MathmlReader, WritesScriptsAndLimits) {
  expect_tex(
      {{"<msup><mi>x</mi><mn>2</mn></msup>", "x^{2}"},
       {"<msub><mrow><mi>x</mi><mi>y</mi></mrow><mi>i</mi></msub>", "{xy}_{i}"},
       {"<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_{i}^{2}"},
       {"<msup><mi>f</mi><mo>′</mo></msup>", "f'"},
       {"<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>", "\\sum_{i}^{n}"},
       {"<munder><mi>lim</mi><mi>x</mi></munder>", "\\lim_{x}"},
       {"<mover><mi>x</mi><mo>¯</mo></mover>", "\\overline{x}"},
       {"<mover><mo>=</mo><mi>d</mi></mover>", "\\overset{d}{=}"},
       {"<mmultiscripts><mi>C</mi><mprescripts/><none/><mn>14</mn></mmultiscripts>", "{}^{14}C"}});
}

TEST(MathmlReader, PrefersTheAuthorsTex) {
  EXPECT_EQ(tex_of("<math><semantics><mi>x</mi><annotation encoding='application/x-tex'> x_1 &lt; "
                   "2 </annotation></semantics></math>"),
            "x_1 < 2");
  EXPECT_EQ(tex_of("<math alttext='\\sqrt{2}'><msqrt><mn>2</mn></msqrt></math>"), "\\sqrt{2}");
  EXPECT_EQ(tex_of("<math alttext='root of two'><msqrt><mn>2</mn></msqrt></math>"), "\\sqrt{2}");
  EXPECT_EQ(tex_of("<math><mi>x</mi><annotation-xml><ci>x</ci></annotation-xml></math>"), "x");
}

// Nothing is cut: half a formula is none, and half a character no text.
TEST(MathmlReader, TakesNoFormulaThatIsTooLong) {
  std::string tex = "\\";
  while (tex.size() <= MathmlReader::kTexBytesMax) tex += "中";
  EXPECT_EQ(tex_of("<math alttext='" + tex + "'><mi>x</mi></math>"), "x");
  EXPECT_EQ(tex_of("<math><mi>x</mi><annotation encoding='application/x-tex'>" + tex +
                   "</annotation></math>"),
            "");
}

TEST(MathmlReader, TellsDisplay) {
  for (const auto& [tag, is_display] : std::initializer_list<std::pair<std::string_view, bool>>{
           {"<math>", false}, {"<math display=block>", true}, {"<math mode=display>", true}}) {
    HtmlTokenizer tokenizer(tag);
    ASSERT_TRUE(tokenizer.next());
    MathmlReader reader;
    reader.start(tokenizer.token());
    EXPECT_EQ(reader.is_display(), is_display) << tag;
  }
}

TEST(MathmlReader, TakesBrokenMarkup) {
  expect_tex({{"<mfrac><mi>a</mi>", "\\frac{a}{}"},
              {"</mrow><msup></msup>", "{}^{}"},
              {"<msup><mi>a</mi></mfrac><mn>2</mn>", "a^{2}"}});
}

// What escapes in every element would grow with the depth as a power.
TEST(MathmlReader, WritesCharactersOnce) {
  expect_tex({{"<mtext>a <b>甲</b></mtext>", "\\text{a 甲}"}, {"<mi><mi>sin</mi></mi>", "\\sin"}});
  std::string nested = "<math>";
  for (int i = 0; i < 60; ++i) nested += "<mtext>\\";
  EXPECT_LT(tex_of(nested).size(), 60U * 20);
}

TEST(MathmlReader, BoundsDepthAndSize) {
  std::string deep = "<math>";
  for (int i = 0; i < 100000; ++i) deep += "<msqrt>";
  EXPECT_LT(tex_of(deep + "<mi>x</mi>").size(), 64U * 8);
  std::string longer = "<math>";
  for (int i = 0; i < 100000; ++i) longer += "<mi>x</mi>";
  EXPECT_EQ(tex_of(longer), "");
}

}  // namespace
}  // namespace tamis::extract
