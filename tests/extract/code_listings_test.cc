#include "tamis/extract/code_listings.h"

#include <gtest/gtest.h>

#include "tests/extract/block_texts.h"

namespace tamis::extract {
namespace {

TEST(IsCodeFurniture, LeavesNumbersAndButtonsOutOfListings) {
  EXPECT_EQ(texts_of("<pre><span class=lineno>1 </span>a\n<span class='ln x'>2 </span>b</pre>"),
            "[a\nb]");
  EXPECT_EQ(texts_of("<pre><button>复制</button><code class='line-numbers'>a</code></pre>"), "[a]");
  EXPECT_EQ(texts_of("<pre><code>a\n<span class=copy-code-btn>复制代码</span></code></pre>"),
            "[a]");
  EXPECT_EQ(texts_of("<p><span class=lineno>1</span>a"), "[1a]");
}

TEST(RemoveLineNumbers, TakesThemOffTheLinesOfAListing) {
  const auto left_of = [](std::string text) {
    remove_line_numbers(text, 1);
    return text;
  };
  EXPECT_EQ(left_of("x1 def f():\n2     return 1\n3 \n4 f()"), "xdef f():\n    return 1\n\nf()");
  EXPECT_EQ(left_of("x 1 {\n 2   甲\n 3 }"), "x{\n  甲\n}");
  for (const std::string text :
       {"x1  Ada   90.5\n2  Bob   85.0\n3  Cyd   70.2", "x 1  甲\n 2  乙\n 3  丙",
        "x1 apple\n2 banana\n3 pear", "x1 loaf\n2  eggs\n3 cups of flour", "x1 个\n2  只\n3 杯面粉",
        "x 1 2\n 2    4\n 3 6.5\n 4   8,000", "x1 a\n2  b", "x1 a\n3  b\n4 c", "x2 a\n3  b\n4 c",
        "x1. a\n2.  b\n3. c", "x1a\n2  b\n3c", "x1\n2\n3\n4", "x"})
    EXPECT_EQ(left_of(text), text);
}

TEST(RemoveLineNumbers, TakesPaddedOnesForWhatTheyAre) {
  std::string padded;
  std::string ragged;
  std::string code;
  for (int line = 1; line <= 12; ++line) {
    const std::string number = std::to_string(line);
    padded += (line < 10 ? " " : "") + number + " f(变量);\n";
    ragged += number + " f(变量);\n";
    code += "f(变量);\n";
  }
  for (std::string* text : {&padded, &ragged, &code}) text->pop_back();
  std::string text = padded;
  remove_line_numbers(text, 0);
  EXPECT_EQ(text, code);
  text = ragged;
  remove_line_numbers(text, 0);
  EXPECT_EQ(text, ragged);
}

TEST(RemoveLineNumbers, IsDoneOfPreformattedTextAlone) {
  EXPECT_EQ(texts_of("<pre><i>1</i> if x:\n<i>2</i>   y\n<i>3</i> z</pre>"), "[if x:\n  y\nz]");
  EXPECT_EQ(texts_of("<p>1 if x: 2 y 3 z"), "[1 if x: 2 y 3 z]");
}

TEST(IsLineNumbers, CountsByOne) {
  EXPECT_TRUE(is_line_numbers("1\n2\n3"));
  EXPECT_TRUE(is_line_numbers(" 9\n10 \n11"));
  for (const std::string_view text : {"", " ", "1\n3", "1\n2a", "2020\n2019", "一\n二"})
    EXPECT_FALSE(is_line_numbers(text)) << text;
}

TEST(IsCopyLabel, KnowsBothLanguages) {
  for (const std::string_view text : {"Copy", "复制代码"}) EXPECT_TRUE(is_copy_label(text)) << text;
  EXPECT_FALSE(is_copy_label("copyright"));
}

}  // namespace
}  // namespace tamis::extract
