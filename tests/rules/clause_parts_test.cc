#include "tamis/rules/clause_parts.h"

#include <gtest/gtest.h>

namespace tamis::rules {
namespace {

// The parts of a clause of a sentence that go, where what has an @ in it fails.
std::vector<std::string> parts_of(std::string_view sentence, std::string_view clause) {
  std::vector<text::PairedMark> marks;
  text::find_paired_marks(sentence, marks);
  std::vector<std::string_view> parts;
  find_failing_parts(
      {.text = sentence, .marks = marks}, sentence,
      sentence.substr(sentence.find(clause), clause.size()),
      [](std::string_view part) { return part.find('@') != part.npos; }, parts);
  return {parts.begin(), parts.end()};
}

using Parts = std::vector<std::string>;

TEST(FindFailingParts, EndsClausesWherePairsOpenAndClose) {
  EXPECT_EQ(parts_of("好（甜，加@）吃，", "加@）吃，"), Parts{"加@）"});
  EXPECT_EQ(parts_of("好「加@，甜」吃，", "好「加@，"), Parts{"「加@，"});
  EXPECT_EQ(parts_of("Good \"sweet, @\" food, ", "@\" food, "), Parts{"@\""});
}

TEST(FindFailingParts, TakesBracketsAlone) {
  EXPECT_EQ(parts_of("好（加@）吃，", "好（加@）吃，"), Parts{"（加@）"});
  EXPECT_EQ(parts_of("【@】好吃【@】，", "【@】好吃【@】，"), (Parts{"【@】", "【@】"}));
  EXPECT_EQ(parts_of("Good (add @) food, ", "Good (add @) food, "), Parts{"(add @)"});
}

TEST(FindFailingParts, TakesBracketsWithWhatTheyExplain) {
  EXPECT_EQ(parts_of("加@（备注），", "加@（备注），"), Parts{"加@（备注），"});
  EXPECT_EQ(parts_of("加@（备注，姓名），好", "加@（备注，"), Parts{"加@（备注，姓名）"});
  EXPECT_EQ(parts_of("（@），", "（@），"), Parts{"（@），"});
  EXPECT_EQ(parts_of("加“@”，", "加“@”，"), Parts{"加“@”，"});
}

// Each is looked at with all that stands around it: that takes a bounded number of looks.
TEST(FindFailingParts, TakesClausesOfManyPartsWhole) {
  std::string clause;
  for (int i = 0; i < 100; ++i) clause += "好（@）";
  EXPECT_EQ(parts_of(clause, clause), Parts{clause});
  std::string halves;
  for (int i = 0; i < 100; ++i) halves += "好（@";
  const std::string sentence = halves + "，" + std::string("）") + "吃";
  EXPECT_EQ(parts_of(sentence, halves).size(), 1U);
}

}  // namespace
}  // namespace tamis::rules
