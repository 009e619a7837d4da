#include "tamis/readers/header_fields.h"

#include <gtest/gtest.h>

namespace tamis::readers {
namespace {

TEST(FindField, TakesTheFirstOfThatNameInAnyCase) {
  const std::string_view head = "HTTP/1.1 200\nno field\nA : one \r\na: two\nEmpty:\n";
  EXPECT_EQ(find_field(head, "a"), "one");
  EXPECT_EQ(find_field(head, "empty"), "");
  EXPECT_EQ(find_field(head, "missing"), "");
  EXPECT_EQ(find_field("A: b", "A"), "b");
}

TEST(TakeField, GoesThroughAllOfOneName) {
  std::string_view head = "A: one\nB: two\na: three\nC: four\n";
  EXPECT_EQ(take_field(head, "A"), "one");
  EXPECT_EQ(take_field(head, "A"), "three");
  EXPECT_EQ(head, "C: four\n");
  EXPECT_EQ(take_field(head, "A"), "");
  EXPECT_TRUE(head.empty());
}

TEST(UnfoldFields, JoinsLinesThatContinueOthers) {
  std::string unfolded = "old";
  unfold_fields("A: one\r\n two\r\n\tthree\r\nB: \xe4\xb8\xad\n", unfolded);
  EXPECT_EQ(unfolded, "A: one two three\nB: \xe4\xb8\xad\n");
  unfold_fields(" folded into nothing", unfolded);
  EXPECT_EQ(unfolded, "folded into nothing\n");
}

TEST(TrimBlanks, LeavesWhatIsInside) {
  EXPECT_EQ(trim_blanks(" \t\r\na b\r\n"), "a b");
  EXPECT_EQ(trim_blanks(" \n"), "");
  EXPECT_EQ(trim_blanks("\xe3\x80\x80"), "\xe3\x80\x80");  // the ideographic space is no blank here
}

TEST(EmptyLineBytes, KnowsLineEndsOfTextModes) {
  EXPECT_EQ(empty_line_bytes("\r\nx"), 2u);
  EXPECT_EQ(empty_line_bytes("\nx"), 1u);
  EXPECT_EQ(empty_line_bytes("\r\r\nx"), 3u);
  EXPECT_EQ(empty_line_bytes(" \n"), 0u);
}

}  // namespace
}  // namespace tamis::readers
