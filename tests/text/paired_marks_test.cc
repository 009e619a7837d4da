#include "tamis/text/paired_marks.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

std::vector<PairedMark> marks_of(std::string_view text) {
  std::vector<PairedMark> marks;
  find_paired_marks(text, marks);
  return marks;
}

// What stands from an opening mark to the mark that closes it, in the order in which they open.
std::vector<std::string_view> pairs_of(std::string_view text) {
  const std::vector<PairedMark> marks = marks_of(text);
  std::vector<std::string_view> pairs;
  for (const PairedMark& mark : marks) {
    if (mark.is_alone() || !mark.opens) continue;
    pairs.push_back(text.substr(mark.begin, marks[mark.partner].end() - mark.begin));
  }
  return pairs;
}

using Pairs = std::vector<std::string_view>;

TEST(FindPairedMarks, JoinsWhatBelongsTogether) {
  EXPECT_EQ(pairs_of("他说：“看《水（下）》。”「好」"),
            (Pairs{"“看《水（下）》。”", "《水（下）》", "（下）", "「好」"}));
  EXPECT_EQ(pairs_of("He (the \"old\" man) [sic] said"),
            (Pairs{"(the \"old\" man)", "\"old\"", "[sic]"}));
  EXPECT_EQ(pairs_of("（甜) 好"), Pairs{"（甜)"});
}

TEST(FindPairedMarks, LeavesMarksAlone) {
  EXPECT_EQ(pairs_of("1) don’t :) ）“走"), Pairs{});
  EXPECT_EQ(pairs_of("（甜“咸）”"), Pairs{"（甜“咸）"});
  EXPECT_EQ(pairs_of("12\" (a) \xEF\xBC"), Pairs{"(a)"});
}

TEST(FindPairedMarks, TellsBracketsFromQuotes) {
  const std::vector<PairedMark> marks = marks_of("“【");
  ASSERT_EQ(marks.size(), 2u);
  EXPECT_FALSE(marks[0].is_bracket);
  EXPECT_TRUE(marks[1].is_bracket);
}

TEST(FindPairedMarks, KeepsOrderAndPartnersInAnyBytes) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const std::string text = random_text(kMixedPieces, 80, seed);
    const std::vector<PairedMark> marks = marks_of(text);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      ASSERT_LE(marks[i].end(), text.size());
      ASSERT_TRUE(i == 0 || marks[i - 1].end() <= marks[i].begin);
      ASSERT_TRUE(marks[i].is_alone() || marks[marks[i].partner].partner == i);
    }
  }
}

}  // namespace
}  // namespace tamis::text
