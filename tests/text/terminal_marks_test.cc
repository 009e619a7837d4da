#include "tamis/text/terminal_marks.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::text {
namespace {

using namespace std::string_view_literals;

TEST(TerminalMarks, AreThoseOfAllScripts) {
  for (const char32_t mark : U".!?。！？｡．؟।၊။។៕៚᠃꓿𑇅"sv) {
    EXPECT_TRUE(is_terminal_mark(mark)) << static_cast<unsigned>(mark);
  }
}

TEST(TerminalMarks, AreNoQuotesCommasOrEllipses) {
  for (const char32_t mark : U"\"'”’」…,;:，；：、a字 \n\uFFFD"sv) {
    EXPECT_FALSE(is_terminal_mark(mark)) << static_cast<unsigned>(mark);
  }
}

// As many as datatrove's set has. Newer versions of ICU may know more.
TEST(TerminalMarks, AreAsManyAsInFineWeb) {
  int num_marks = 0;
  for (char32_t code_point = 0; code_point < 0x110000; ++code_point) {
    num_marks += is_terminal_mark(code_point) ? 1 : 0;
  }
  EXPECT_GE(num_marks, 159);
}

TEST(TerminalMarks, EndTexts) {
  EXPECT_TRUE(ends_with_terminal_mark("An end."));
  EXPECT_TRUE(ends_with_terminal_mark("完。"));
  EXPECT_FALSE(ends_with_terminal_mark("No end. "));
  EXPECT_FALSE(ends_with_terminal_mark(""));
  EXPECT_FALSE(ends_with_terminal_mark("\xE3\x80"));
}

TEST(WithoutClosers, LeavesTheMarkBehindWhichTextsClose) {
  for (const std::string_view closers :
       {"", "\"", "”", "’”", "）", ")", "」", "[1]", " [12]", "[note 3]\"", "[citation needed]",
        "¹²", "①", "†", "]", ".]"}) {
    for (const std::string_view text : {"She said so."sv, "她这样说。"sv}) {
      const std::string closed = std::string(text) + std::string(closers);
      EXPECT_TRUE(ends_with_terminal_mark(without_closers(closed))) << closed;
    }
  }
}

TEST(WithoutClosers, PassesNoWords) {
  EXPECT_EQ(without_closers("a list (short)"), "a list (short");
  EXPECT_EQ(without_closers("see [1]"), "see");
  EXPECT_EQ(without_closers("Stop. [if (x) { y; }]"), "Stop. [if (x) { y;");
  EXPECT_EQ(without_closers("”）"), "");
  EXPECT_EQ(without_closers(""), "");
  EXPECT_EQ(without_closers("\xE3\x80"), "\xE3\x80");
}

}  // namespace
}  // namespace tamis::text
