#include "tamis/extract/formulas.h"

#include <gtest/gtest.h>

#include "tests/extract/block_texts.h"

namespace tamis::extract {
namespace {

TEST(Formulas, AreTexInTheText) {
  expect_texts({{"<p>设 <math><mi>a</mi><mo>≠</mo><mn>0</mn></math>，则", "[设 $a\\neq0$，则]"},
                {"<p>a<script type='math/tex'>x</script>b", "[a$x$b]"},
                {"<p>a <script type='math/tex'>% <![CDATA[\nx\n%]]></script> b", "[a $x$ b]"},
                {"a<math></math>b<math/>c", "[abc]"},
                {"<svg><math><mi>x</mi></math></svg>a", "[a]"}});
}

TEST(Formulas, OfDisplayStandInLinesOfTheirOwn) {
  expect_texts({{"a <math display=block><mi>x</mi></math> b", "[a\n$$x$$\nb]"},
                {"<script type='math/tex; mode=display'>x\n=1</script>。", "[$$x =1$$\n。]"},
                {"<pre>a <math display=block><mi>x</mi></math> b</pre>", "[a $$x$$ b]"}});
}

TEST(Formulas, ComeFromImages) {
  expect_texts(
      {{"a <img class=tex alt='x &lt; 1'> b", "[a $x < 1$ b]"},
       {"<img class='mwe-math-fallback-image-display' alt='{\\displaystyle x}'>", "[$$x$$]"},
       {"知乎<img src='https://www.zhihu.com/equation?tex=x' alt='x_1' eeimg=1>公式",
        "[知乎$x_1$公式]"},
       {"<img class='ql-img-displayed-equation' alt='\\[x\\]'>", "[$$x$$]"},
       {"a <img src='https://latex.codecogs.com/gif.latex?%5Cfrac12&amp;space;x' alt=''>b",
        "[a $\\frac12 x$b]"},
       {"a <img class=photo alt=x>b<img class=latex>", "[a b]"}});
}

TEST(Formulas, StandInAttributes) {
  struct Case {
    std::string_view tag;
    std::string_view tex;
    bool is_display;
  };
  for (const auto& [tag, tex, is_display] :
       {Case{"<span class=ztext-math data-tex='\\alpha &lt; 1'>", "\\alpha < 1", false},
        Case{"<span class=block-equation data-formula=x>", "x", true},
        Case{"<span class=block-equation>", "", false}}) {
    HtmlTokenizer tokenizer(tag);
    ASSERT_TRUE(tokenizer.next());
    FormulaReader reader;
    const Formula formula = reader.element_formula(tokenizer.token());
    EXPECT_EQ(formula.tex, tex);
    EXPECT_EQ(formula.is_display, is_display);
  }
}

TEST(Formulas, AreTakenOnce) {
  const std::string_view katex =
      "<span class=katex-mathml><math><mi>x</mi><annotation encoding='application/x-tex'>x"
      "</annotation></math></span><span class=katex-html aria-hidden=true>x</span>.";
  const std::string_view mathjax =
      "<span class=MathJax_Preview>y</span><span class=MathJax id=MathJax-Element-1-Frame>y"
      "<math display=block><mi>y</mi></math></span><script type='math/tex'>x</script>.";
  const std::string_view wikipedia =
      "<span style='display: none'><math><mi>x</mi></math></span>"
      "<img class=mwe-math-fallback-image-inline alt='{\\textstyle x}'>.";
  const std::string_view both = "<math><mi>x</mi></math><img class=tex alt=x>.";
  for (const std::string_view html : {katex, mathjax, wikipedia, both})
    EXPECT_EQ(texts_of(html), "[$x$.]") << html;
}

TEST(Formulas, OfKatexComeFromItsTextWhereTheTagsWereLost) {
  expect_texts({{"<p>其中<span class=katex-mathml>\n\n α\n\n  \\alpha\n </span>"
                 "<span class=katex-html>α</span>表示",
                 "[其中$\\alpha$表示]"},
                {"<span class=katex-mathml>x\n\\begin{a}\nx &lt; 1\n\\end{a}</span>y",
                 "[$\\begin{a} x < 1 \\end{a}$y]"},
                {"a<span class=katex-mathml></span>b<p><span class=katex-mathml>c", "[ab][$c$]"}});
}

TEST(Formulas, OfKatexHoldNoScripts) {
  expect_texts({{"<span class=katex-mathml><script>alert('hello')</script></span>a", "[a]"},
                {"<span class=katex-mathml><style>.a{color:red}</style></span>甲", "[甲]"}});
}

TEST(Formulas, ThatAreHiddenAreNoText) {
  expect_texts({{"a<span hidden><span class=katex-mathml>x\n x</span></span>b", "[ab]"},
                {"甲<noscript><span data-formula='x'></span></noscript>乙", "[甲][$x$][乙]"}});
}

TEST(Formulas, OfKatexAreDisplayedWhereItsClassSaysSo) {
  expect_texts(
      {{"a<span class=katex-display><span class=katex><span class=katex-mathml><math>"
        "<mi>x</mi></math></span></span></span>b <math><mi>y</mi></math>",
        "[a\n$$x$$\nb $y$]"},
       {"a<span class=katex--display><span class=katex-mathml>x</span></span>b", "[a\n$$x$$\nb]"},
       {"<span class=katex-display><span class=katex-html>x</span></span>"
        " <math><mi>y</mi></math>",
        "[x $y$]"}});
}

TEST(Formulas, HiddenInABoxGiveWayToTheirImage) {
  const std::string_view box = "<p>a<div style='display:none'><math><mi>x</mi></math></div>";
  const std::string_view image = "<img class=mwe-math-fallback-image-display alt='x'>";
  EXPECT_EQ(texts_of(std::string(box) + std::string(image)), "[a][$$x$$]");
  EXPECT_EQ(texts_of(std::string(box) + "b"), "[a][$x$][b]");
  EXPECT_EQ(texts_of(std::string(image) + std::string(image)), "[$$x$$\n$$x$$]");
}

TEST(Formulas, DrawnByKatexAloneAreText) {
  EXPECT_EQ(texts_of("<span class=katex-html aria-hidden=true>x</span>."), "[x.]");
}

TEST(Formulas, LoseOnlyTheirWrapping) {
  expect_texts(
      {{"<script type='math/tex'>{\\displaystyle x}</script>", "[$x$]"},
       {"<script type='math/tex'>{\\displaystyle x}+{y}</script>", "[${\\displaystyle x}+{y}$]"},
       {"<script type='math/tex'>\\displaystylex</script>", "[$\\displaystylex$]"},
       {"<img class=tex alt='$a$ and $b$'>", "[$$a$ and $b$$]"}});
}

TEST(Formulas, EndWhereHtmlGoesOn) {
  expect_texts(
      {{"<math><mi>x</mi><p>y</math>", "[$x$][y]"},
       {"<math><mi>x</mi><br>y", "[$x$][y]"},
       {"<math><mi>x</mi>", "[$x$]"},
       {"<math><mtext>当<math><mi>y</mi></math></mtext><mi>x</mi></math>z", "[$\\text{当y}x$z]"}});
}

TEST(Formulas, AreMarkedAsSpans) {
  const Blocks blocks = read_blocks("<p>a <math><mi>x</mi></math>");
  ASSERT_EQ(blocks.spans.size(), 1U);
  EXPECT_EQ(blocks.spans[0].kind, Span::Kind::kFormula);
  EXPECT_EQ(blocks.text.substr(blocks.spans[0].begin, blocks.spans[0].end), "$x$");
}

}  // namespace
}  // namespace tamis::extract
