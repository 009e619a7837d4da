#include "tamis/text/white_space.h"

#include <gtest/gtest.h>

#include <string>

#include "tamis/text/utf8.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

using namespace std::string_view_literals;
using Pieces = std::vector<std::string_view>;

Pieces words_of(std::string_view text) {
  Pieces words;
  split_at_white_space(text, words);
  return words;
}

Pieces lines_of(std::string_view text) {
  Pieces lines;
  split_python_lines(text, lines);
  return lines;
}

TEST(IsPythonSpace, HoldsOfTwentyNineCodePoints) {
  constexpr std::u32string_view kSpaces =
      U"\t\n\v\f\r\x1C\x1D\x1E\x1F \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
      U"\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000"sv;
  for (char32_t c = 0; c < 0x110000; ++c) {
    ASSERT_EQ(is_python_space(c), kSpaces.find(c) != kSpaces.npos) << std::uint32_t(c);
  }
}

TEST(Strip, TakesAllWhiteSpaceOffBothEnds) {
  const struct {
    std::string_view text;
    std::string_view start;
    std::string_view end;
  } cases[] = {{" a b ", "a b ", " a b"},
               {"　中文　", "中文　", "　中文"},
               {"\x1C\u0085\u00A0x\u2028\u2029", "x\u2028\u2029", "\x1C\u0085\u00A0x"},
               {"\u200Bx\uFEFF", "\u200Bx\uFEFF", "\u200Bx\uFEFF"},
               {" \n\u3000", "", ""},
               {"", "", ""},
               {"\x80 \xE3\x80", "\x80 \xE3\x80", "\x80 \xE3\x80"}};
  for (const auto& [text, start, end] : cases) {
    EXPECT_EQ(strip_start(text), start) << text;
    EXPECT_EQ(strip_end(text), end) << text;
    EXPECT_EQ(strip(text), strip_end(start)) << text;
  }
}

TEST(SplitAtWhiteSpace, CutsAsPythonDoes) {
  const struct {
    std::string_view text;
    Pieces words;
  } cases[] = {{"", {}},
               {" \t\n", {}},
               {"one two", {"one", "two"}},
               {"  one\r\n two\x1Fthree ", {"one", "two", "three"}},
               {"中文　字\u00A0词\u2028句", {"中文", "字", "词", "句"}},
               {"好。“是”、对", {"好。“是”、对"}},
               {"a\u200Bb\u180Ec", {"a\u200Bb\u180Ec"}},
               {"a\x1B\x01 \x7F", {"a\x1B\x01", "\x7F"}},
               {"\xE3\x80 \xC2", {"\xE3\x80", "\xC2"}}};
  for (const auto& [text, words] : cases) EXPECT_EQ(words_of(text), words) << text;
}

// Code point by code point.
Pieces split_slowly(std::string_view text) {
  Pieces words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_code_point(text.substr(i));
    const bool is_space = is_python_space(decoded.code_point);
    if (is_space && i > begin) words.push_back(text.substr(begin, i - begin));
    i += decoded.num_bytes;
    if (is_space) begin = i;
  }
  if (begin < text.size()) words.push_back(text.substr(begin));
  return words;
}

TEST(SplitAtWhiteSpace, AgreesWithItsSlowTwin) {
  constexpr std::string_view kPieces[] = {" ",    "\n",     "\x1C",   "\x1B", "a",    "long word",
                                          "中",   "\u3000", "\u2028", "、",   "\xE3", "\u0085",
                                          "\xC2", "é",      "\u1680", "…",    "\x80", "😀"};
  for (unsigned seed = 0; seed < 2000; ++seed) {
    const std::string text = random_text(kPieces, static_cast<int>(seed % 150), seed);
    ASSERT_EQ(words_of(text), split_slowly(text)) << text;
  }
}

TEST(SplitPythonLines, EndsLinesWherePythonDoes) {
  const struct {
    std::string_view text;
    Pieces lines;
  } cases[] = {
      {"", {}},
      {"\n", {""}},
      {"a\nb", {"a", "b"}},
      {"a\r\nb\rc\n\n", {"a", "b", "c", ""}},
      {"a\vb\fc\x1C"
       "d\x1D"
       "e\x1E"
       "f",
       {"a", "b", "c", "d", "e", "f"}},
      {"a\x1F"
       "b\tc",
       {"a\x1F"
        "b\tc"}},
      {"一\u0085二\u2028三\u2029四\u00A0五", {"一", "二", "三", "四\u00A0五"}},
      {"café, naïve and “quoted”, at last\nover", {"café, naïve and “quoted”, at last", "over"}},
      {"“a line of ASCII”\u2028behind", {"“a line of ASCII”", "behind"}},
      {"\u2027\xE2\x80\n\xC2", {"\u2027\xE2\x80", "\xC2"}}};
  for (const auto& [text, lines] : cases) EXPECT_EQ(lines_of(text), lines) << text;
}

}  // namespace
}  // namespace tamis::text
