#include "tamis/text/lines.h"

#include <gtest/gtest.h>

#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  split_lines(text, lines);
  return lines;
}

// The slow twin: byte by byte.
Lines slow_lines_of(std::string_view text) {
  Lines lines;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n') continue;
    lines.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
  return lines;
}

TEST(SplitLines, EndsLinesAtLineFeedsAlone) {
  EXPECT_EQ(lines_of("a\nb\r\u2028c\n"), (Lines{"a", "b\r\u2028c"}));
  EXPECT_EQ(lines_of("a\n\nb"), (Lines{"a", "", "b"}));
  EXPECT_EQ(lines_of("\n"), Lines{""});
  EXPECT_EQ(lines_of(""), Lines{});
}

TEST(SplitLines, AgreesWithTheSlowTwin) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    const std::string text = random_text(kMixedPieces, 60, seed);
    ASSERT_EQ(lines_of(text), slow_lines_of(text)) << text;
  }
}

TEST(Trim, TakesWhiteSpaceOfUnicodeOffBothEnds) {
  EXPECT_EQ(trim(" \t\u3000中 文\u00A0\n"), "中 文");
  EXPECT_EQ(trim("\u3000"), "");
  EXPECT_EQ(trim("\xFF \x80"), "\xFF \x80");
}

}  // namespace
}  // namespace tamis::text
