#include "tamis/extract/block_builder.h"

#include <gtest/gtest.h>

#include "tests/extract/block_texts.h"

namespace tamis::extract {
namespace {

TEST(BlockBuilder, StartsBlocksAtBlockElementsAndBreaks) {
  expect_texts({{"<p>a<p>b", "[a][b]"},
                {"a<div>b</div>c", "[a][b][c]"},
                {"a<br>b<br/><br>c", "[a][b][c]"},
                {"<tr><td>a<td>b", "[a][b]"},
                {"<p> </p><div></div>", ""}});
}

TEST(BlockBuilder, JoinsInlineElements) {
  expect_texts({{"a<b>b</b>c", "[abc]"}, {"a <i> b</i>\n c", "[a b c]"}, {"a<wbr>b", "[ab]"}});
}

TEST(BlockBuilder, TakesPermalinksForNoText) {
  expect_texts({{"<h1>Algebras<a class=headerlink href=#algebras>#</a></h1>", "[Algebras]"},
                {"<h3><code>setAAD(buffer)</code><span> <a href=#x id=x>#</a></span></h3>",
                 "[setAAD(buffer)]"},
                {"<h2>C#</h2>", "[C#]"},
                {"<dl><dt>排序<a href=#x> #</a> (一)", "[排序 (一)]"},
                {"<p>about C<a href=#n>#</a> programs", "[about C# programs]"},
                {"<p>see <a href=#n1>#<b>1</b></a>", "[see #1]"},
                {"<p>in <a href=/c-sharp>C#</a> or <a href=/f>#</a>", "[in C# or #]"}});
}

TEST(BlockBuilder, PartsTextsBesideAPictureOrBox) {
  expect_texts({{"a<img alt=x>b<svg><path></svg>c", "[a b c]"},
                {"<button>回复</button><button>8</button>", "[回复 8]"},
                {"<img src=x>a<img src=x><p>b", "[a][b]"}});
}

TEST(BlockBuilder, PartsWhatIsForThoseWhoListen) {
  expect_texts({{"<del>$9</del><span class=sr-only>was $9.</span><ins>$7</ins>", "[$9 was $9. $7]"},
                {"阅读<span class=sr-only>全文</span>更多", "[阅读全文更多]"}});
}

TEST(BlockBuilder, PartsNoMarkFromWhatItCloses) {
  expect_texts({{"the <a>manual<svg></svg></a>, then (see <a>notes<img></a>)",
                 "[the manual, then (see notes)]"},
                {"手册<svg></svg>，然后", "[手册，然后]"},
                {"a\n, b", "[a , b]"}});
}

TEST(BlockBuilder, ReadsTheEmojiOfPictures) {
  expect_texts({{"that did it <img class=emoji alt=🙂>. And", "[that did it 🙂. And]"},
                {"好的<img class='wp-smiley' alt=':)'>", "[好的:)]"},
                {"a <img class=emoji alt=':slight_smile:'> b", "[a b]"},
                {"a <img alt=🙂> b", "[a b]"},
                {"a<img class=smiley alt='&#128578;'> <img class=smiley alt='&lt;3'>", "[a🙂 <3]"},
                {"<img class=emoji alt=🙂>a", "[a]"}});
}

TEST(BlockBuilder, MarksQuotations) {
  expect_texts(
      {{"said <q>we <q>shall</q> build</q> and left", "[said “we ‘shall’ build” and left]"},
       {"a <q hidden>b</q> c <q>d</q>", "[a c “d”]"},
       {"<p>a <q>b<p>c <q>d</q>", "[a “b][c “d”]"},
       {"<q>春眠不觉晓，<br>处处闻啼鸟。</q>", "[“春眠不觉晓，][处处闻啼鸟。”]"},
       {"他说<q>好</q>。", "[他说“好”。]"},
       {"a</q>b", "[ab]"},
       {"<span hidden><q>a</q></span>b", "[b]"}});
}

TEST(BlockBuilder, ShowsTheBlanksOfForms) {
  expect_texts({{"He <u>&nbsp;&nbsp;</u> to school.", "[He ____ to school.]"},
                {"首都是<u><b>　　 </b></u>，", "[首都是____，]"},
                {"a<u>&nbsp;b&nbsp;</u>c", "[a b c]"},
                {"<p>a<u>b<p>c&nbsp;&nbsp;<i>&nbsp;&nbsp;</i>d", "[ab][c d]"},
                {"a<u> </u>b&nbsp;&nbsp;c", "[a b c]"}});
}

TEST(BlockBuilder, StartsABlockAtAnIndentedLine) {
  expect_texts(
      {{"<div>　　第一段。\n　　第二段。\r\n \n　第三段。</div>", "[第一段。][第二段。][第三段。]"},
       {"<p>\n　　第一段。\n第二行。　　三", "[第一段。第二行。　　三]"},
       {"<p>　　第<a>一段</a>\n　　第<b>二段。</b>\n　　三", "[第一段][第二段。][三]"},
       {"<p><b></b>\n　　第一段。", "[第一段。]"},
       {"<pre>a\n　b</pre>", "[a\n　b]"}});
}

TEST(BlockBuilder, CollapsesWhiteSpace) {
  expect_texts({{"  a \n\t b  ", "[a b]"},
                {"a&nbsp;&nbsp;b", "[a b]"},
                {"　　中文　文。　", "[中文　文。]"},
                {"\xEF\xBB\xBF"
                 "a",
                 "[a]"}});
}

TEST(BlockBuilder, KeepsTheLinesOfCode) {
  expect_texts(
      {{"<pre>\n  if a:\n    b\n</pre>", "[  if a:\n    b]"},
       {"<pre>a\r\nb\rc<br>d</pre>", "[a\nb\nc\nd]"},
       {"<pre><b>a</b>  <i>b</i></pre>", "[a  b]"},
       {"<pre><code>a</code><code>  b</code>\n<code>c</code></pre>", "[a\n  b\nc]"},
       {"<pre><tt>main</tt><tt>(void)</tt>\n$ <kbd>ls</kbd><kbd> -l</kbd></pre>",
        "[main(void)\n$ ls -l]"},
       {"<div class=blockcode><ol><li>f(x):<br><li>&nbsp; &nbsp; x</ol></div>", "[f(x):][    x]"}});
}

TEST(BlockBuilder, LeavesOutWhatIsNotShown) {
  expect_texts({{"a<script>b</script>c<style>d</style>", "[ac]"},
                {"<template>a<p>b</template>c", "[c]"},
                {"<select><option>a</select>b", "[b]"},
                {"<span style='display: none'>a<span>b</span>c</span>d", "[d]"},
                {"<svg><text>a</text></svg>b", "[b]"},
                {"<textarea>a</textarea>b<!-- c -->", "[b]"},
                {"<object><p>a</object>b", "[b]"}});
}

TEST(BlockBuilder, ShowsShadowRootsAndMarksNoscript) {
  expect_texts({{"<template shadowrootmode=open>a</template>b", "[ab]"}});
  const Blocks blocks = read_blocks("<noscript>a</noscript><p>b<div hidden>c</div>");
  ASSERT_EQ(blocks.blocks.size(), 3U);
  EXPECT_TRUE(blocks.blocks[0].is_hidden);
  EXPECT_FALSE(blocks.blocks[1].is_hidden);
  EXPECT_TRUE(blocks.blocks[2].is_hidden);
}

TEST(BlockBuilder, EndsUnseenElementsAsBrowsersDo) {
  expect_texts({{"<a><svg><use></a><ul><li>a</ul>", "[a]"},
                {"<button><svg></button>a", "[a]"},
                {"Un<input type=hidden>broken", "[Unbroken]"},
                {"不<span hidden><button>x</button></span>断 Un<select hidden></select>ited",
                 "[不断 United]"},
                {"<b><video></b>a", "[a]"},
                {"<video></b>a</video>b", "[b]"},
                {"<svg><path><p>a", "[a]"},
                {"<svg><title>a</svg>b<p>c", "[b][c]"},
                {"<svg><desc><p>a</p></desc>b</svg>c", "[c]"},
                {"<div><svg><g></div><script>a<b>c</script>d", "[d]"},
                {"<span hidden><area></span>a", "[a]"},
                {"<span hidden>a<i>b</span>c", "[c]"},
                {"<span hidden>a</i>b</span>c", "[c]"},
                {"<a hidden>a<a href=x>b", "[b]"},
                {"<select><option>a<input>b", "[b]"},
                {"<select><select>a", "[a]"},
                {"<table><object><tr><td>a", "[a]"}});
}

TEST(BlockBuilder, KeepsParagraphsWholeAroundNoscript) {
  expect_texts({{"<p>a <img><noscript><img></noscript> b</p>", "[a b]"},
                {"<p>a <noscript>b</noscript> c</p>", "[a][b][c]"},
                {"a<noscript><div>b</div></noscript>c", "[a][b][c]"},
                {"<div>a<noscript><iframe></iframe></div>b", "[a][b]"}});
}

TEST(BlockBuilder, DropsNulls) { expect_texts({{std::string_view("a\0b\0", 4), "[ab]"}}); }

TEST(BlockBuilder, EndsNoLineAtAnEndTagThatClosesNothing) {
  expect_texts(
      {{"<p>a</div>b</li>c", "[abc]"}, {"<p>a</p>b</p>c", "[a][b][c]"}, {"<h1>a</h3>b", "[a][b]"}});
}

TEST(BlockBuilder, WritesPowersOfTen) {
  expect_texts({{"10<sup>6</sup> people", "[10^6 people]"},
                {"面积为 3×10<sup>-12</sup>平方米", "[面积为 3×10^-12平方米]"},
                {"<pre>10<sup>9</sup></pre>", "[10^9]"},
                {"the 10<sup>th</sup>", "[the 10th]"},
                {"$ 110<sup>95</sup>, 2.10<sup>95</sup>", "[$ 110.95, 2.10^95]"},
                {"in 10<sup><a href=#n>3</a></sup>", "[in 10[3]]"},
                {"<a href=#n>10<sup>3</sup></a> 米", "[10^3 米]"},
                {"in 10<a href=#n><sup>3</sup></a>", "[in 10[3]]"},
                {"于1203<a href=#n><sup>1</sup></a>年", "[于1203[1]年]"},
                {"10 <sup>6</sup>", "[10 6]"},
                {"10<sup>1234</sup>", "[10^1234]"},
                {"30 to 45.<sup>3</sup> In 2020,<sup>4</sup> 年", "[30 to 45.[3] In 2020,[4] 年]"},
                {"共2019<sup>1,2</sup>", "[共2019[1,2]]"},
                {"2<sup>1/2</sup> cups, $29.<sup>95</sup>", "[2 1/2 cups, $29.95]"},
                {"10<sup>6", "[106]"}});
}

TEST(BlockBuilder, LeavesFloatsWhereThePageHasThem) {
  expect_texts(
      {{"<p><span style='float:left'>O</span>nce a mill</p>", "[Once a mill]"},
       {"<p><span class=dropcap>床</span>前明月光</p>", "[床前明月光]"},
       {"<p>one</p><div style='float:right'>beside</div><p>two</p>", "[one][beside][two]"}});
}

TEST(BlockBuilder, KeepsTheBaseOfRubyText) {
  expect_texts({{"<ruby>漢<rt>か<rb>字<rt>じ</ruby>", "[漢字]"},
                {"<ruby>漢<rb>字<rtc>かんじ</ruby>", "[漢字]"}});
  expect_texts({{"<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</ruby>。", "[漢字。]"}});
}

TEST(BlockBuilder, DecodesReferencesOnce) {
  expect_texts({{"&lt;p&gt; &amp;amp; &#20013;", "[<p> &amp; 中]"}});
}

TEST(BlockBuilder, CountsLinkBytes) {
  const Blocks blocks = read_blocks("<p>ab <a href=x>cde</a> <a name=y>f</a>");
  ASSERT_EQ(blocks.blocks.size(), 1U);
  EXPECT_EQ(blocks.blocks[0].num_link_bytes, 4U);  // with the space before it
}

TEST(BlockBuilder, CountsBreaksAndCells) {
  const Blocks blocks =
      read_blocks("<p>a<br>b<br> <br>c<table><tr><td><td>d<tr><th>e<td>f</table>");
  ASSERT_EQ(blocks.blocks.size(), 6U);
  EXPECT_FALSE(blocks.blocks[1].follows_blank_line);
  EXPECT_TRUE(blocks.blocks[2].follows_break);
  EXPECT_TRUE(blocks.blocks[2].follows_blank_line);
  for (const auto& [block, cell_index] :
       std::initializer_list<std::pair<std::size_t, int>>{{3, 1}, {4, 0}, {5, 1}})
    EXPECT_EQ(blocks.containers[blocks.blocks[block].cell].cell_index, cell_index);
}

TEST(BlockBuilder, CountsTheBlankLinesOfAListing) {
  const std::string_view line = "<div class=line>";
  const std::string rows = std::string("<pre><code>")
                               .append(line)
                               .append("甲</div>")
                               .append(line)
                               .append("</div>")
                               .append(line)
                               .append("b</div>")
                               .append("<div class=mark></div>")
                               .append(line)
                               .append("c</div></code></pre><p>d");
  const Blocks blocks = read_blocks(rows);
  ASSERT_EQ(blocks.blocks.size(), 4U);
  EXPECT_FALSE(blocks.blocks[0].follows_blank_line);
  EXPECT_TRUE(blocks.blocks[1].follows_blank_line);
  EXPECT_FALSE(blocks.blocks[2].follows_blank_line) << "another box";
  EXPECT_FALSE(blocks.blocks[3].follows_blank_line);
}

TEST(BlockBuilder, KnowsTheBoxesOfABlock) {
  const Blocks blocks = read_blocks("<body class=footer><div class=sidebar><p>a</p></div><p>b");
  ASSERT_EQ(blocks.blocks.size(), 2U);
  const Container& first = blocks.container_of(blocks.blocks[0]);
  EXPECT_EQ(first.tag, Tag::kP);
  EXPECT_EQ(first.meanings_above, bit(ClassMeaning::kSidebar));
  EXPECT_NE(first.tags_above & block_tag_bit(Tag::kDiv), 0U);
  EXPECT_EQ(blocks.container_of(blocks.blocks[1]).meanings_above, 0U);
}

}  // namespace
}  // namespace tamis::extract
