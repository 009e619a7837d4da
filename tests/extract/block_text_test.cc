#include "tamis/extract/block_text.h"

#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <string>

#include "tests/extract/block_texts.h"

namespace tamis::extract {
namespace {

TEST(BlockText, CollapsesWhiteSpaceOverPieces) {
  Blocks blocks;
  BlockText text;
  text.start(blocks);
  for (const std::string_view piece : {" a", "\n", " 中\xC2\xA0", "文 "})
    text.append_collapsed(piece);
  EXPECT_EQ(blocks.text, "a 中 文");
}

TEST(BlockText, PartsNoChineseWhereTheSourceBreaks) {
  expect_texts({{"<p>鞍点<svg></svg>，<img>中", "[鞍点，中]"},
                {"<p>分成了几行，\n  每一行\r\n<b>的</b>", "[分成了几行，每一行的]"},
                {"<p><a>甲</a>\n<a>乙</a> <svg></svg>丙", "[甲 乙 丙]"},
                {"<p>张三&nbsp;\n来源\n&nbsp;新", "[张三 来源 新]"},
                {"<p>中\n<!-- -->\n文 字&nbsp;&nbsp;王", "[中文 字 王]"},
                {"<p>The\nline 中\nwraps<svg></svg>here", "[The line 中 wraps here]"},
                {"<p>한국\n어", "[한국 어]"}});
}

TEST(BlockText, LeavesOutWhatHasNoWidth) {
  expect_texts({{"<p>std::&#x200B;vector inter&shy;national re&#xFEFF;mark a&#x2060;b",
                 "[std::vector international remark ab]"},
                {"<p>关于<span>\u200B</span>这一点，\u200B请", "[关于这一点，请]"},
                {"<p>\u200B</p><p>a \u200B b", "[a b]"},
                {"<p>\u200D</p><p>\u200C 山\u200D</p><p>\U0001F469\u200D\U0001F680",
                 "[山][\U0001F469\u200D\U0001F680]"}});
}

TEST(BlockText, DropsIndents) {
  expect_texts({{"<p>&emsp;&emsp;中&emsp;文", "[中\u2003文]"},
                {"<p>&ensp;&ensp;&nbsp;　a&ensp;", "[a]"},
                {"<p>&emsp;&ensp;</p>", ""}});
}

// Short pieces are read byte by byte, long ones by blocks.
TEST(BlockText, CollapsesALongTextLikeItsPieces) {
  constexpr std::string_view kPieces[] = {
      "a",        "words", " ",    "文\n中", "\t", "\xC2\xA0",   "\xC2\xB7", "\xE2\x80\x8B",
      "\xC2\xAD", "“",     "中文", "，",     "\v", "a  \r\n  中"};
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    Blocks whole;
    Blocks pieces;
    BlockText whole_text;
    BlockText pieces_text;
    whole_text.start(whole);
    pieces_text.start(pieces);
    std::string text;
    for (std::size_t num_pieces = random() % 40; num_pieces > 0; --num_pieces) {
      const std::string_view piece = kPieces[random() % std::size(kPieces)];
      pieces_text.append_collapsed(piece);
      text += piece;
    }
    whole_text.append_collapsed(text);
    ASSERT_EQ(whole.text, pieces.text) << text;
  }
}

TEST(BlockText, TrimsABlockButForIndentation) {
  Blocks blocks;
  BlockText text;
  text.start(blocks);
  text.append_collapsed("\xE3\x80\x80中\xE3\x80\x80");
  EXPECT_EQ(text.trim_block(false).begin, 3U);
  EXPECT_EQ(blocks.text, "\xE3\x80\x80中");
  text.begin_block();
  text.open_element(true);
  text.append_verbatim("\n\n \ta\n\n\tb\n ");
  const BlockText::Range range = text.trim_block(true);
  EXPECT_EQ(blocks.text.substr(range.begin), " \ta\n\n\tb");
}

TEST(BlockText, RaisesNumbersToPowers) {
  expect_texts(
      {{"2<sup>10</sup> = 1024, 1,234<sup>2</sup>", "[2^10 = 1024, 1,234^2]"},
       {"面积5m<sup>2</sup>，约 km<sup>2</sup>, x<sup>-1</sup>", "[面积5m^2，约 km^2, x^-1]"},
       {"et al<sup>12</sup> été<sup>2</sup> 1<sup>st</sup>", "[et al12 été2 1st]"},
       {"€19<sup>99</sup>, $ 3<sup>2</sup>", "[€19.99, $ 3^2]"},
       {"5<sup>$x$</sup> 5<sup></sup>6", "[5$x$ 56]"}});
}

TEST(BlockText, PartsNotesFromNumbersAndWords) {
  expect_texts({{"1600<sup><a href=#n>2</a></sup> 年<sup><a href=#n>1</a>, <a href=#n>3</a></sup>",
                 "[1600[2] 年[1, 3]]"},
                {"a<sup><a href=#n>[2]</a></sup>b<sup><a href=#n>*</a></sup>", "[a[2]b*]"},
                {"<sup><a href=#n>2</a></sup> Smith", "[2 Smith]"}});
}

TEST(BlockText, TellsFractionsFromPowers) {
  expect_texts({{"3<sup>3</sup>/<sub>4</sub> 杯, 1<sup>1</sup>&frasl;<sub>2</sub>",
                 "[3 3/4 杯, 1 1\u20442]"},
                {"10<sup>6</sup>/ml, m<sup>2</sup>/<b>s</b>", "[10^6/ml, m^2/s]"},
                {"3<sup>3</sup> /<sub>4</sub>", "[3^3 /4]"}});
}

TEST(BlockText, IndentsCodeWithSpaces) {
  expect_texts(
      {{"<pre>a:\r\n&nbsp;&nbsp;b\r\xC2\xA0中\xC2\xB7&nbsp;c</pre>", "[a:\n  b\n 中· c]"}});
}

TEST(BlockText, MarksCode) {
  Blocks blocks;
  BlockText text;
  text.start(blocks);
  text.append_collapsed("a ");
  text.open_code();
  text.append_collapsed("b");
  text.append_collapsed(" c");
  text.close_code();
  text.append_collapsed(" d");
  text.open_code();
  text.append_collapsed("e");
  ASSERT_EQ(blocks.spans.size(), 2U);
  EXPECT_EQ(blocks.text.substr(blocks.spans[0].begin, 3), "b c");
  EXPECT_EQ(blocks.spans[0].end, 5U);
  EXPECT_EQ(blocks.text.substr(blocks.spans[1].begin), "e");
}

TEST(BlockText, TakesAFormulaBack) {
  Blocks blocks;
  BlockText text;
  text.start(blocks);
  text.append_collapsed("a ");
  text.append_formula({.tex = "x"}, false);
  ASSERT_TRUE(text.ends_with_formula());
  text.remove_last_formula();
  EXPECT_EQ(blocks.text, "a");
  EXPECT_TRUE(blocks.spans.empty());
  text.append_formula({.tex = "y  z", .is_display = true}, false);
  text.append_collapsed("b");
  EXPECT_EQ(blocks.text, "a\n$$y z$$\nb");
}

}  // namespace
}  // namespace tamis::extract
