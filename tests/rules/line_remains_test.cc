#include "tamis/rules/line_remains.h"

#include <gtest/gtest.h>

namespace tamis::rules {
namespace {

// What is left of a line when the parts between < and > go; |: the end of a sentence stays.
std::string left_of(std::string_view marked) {
  std::string line;
  std::vector<std::size_t> borders;
  bool keeps_end = false;
  for (const char c : marked) {
    if (c == '<' || c == '>')
      borders.push_back(line.size());
    else if (c == '|')
      keeps_end = true;
    else
      line += c;
  }
  std::vector<CutPiece> cuts;
  for (std::size_t i = 0; i + 1 < borders.size(); i += 2)
    cuts.push_back(
        {.text = std::string_view(line).substr(borders[i], borders[i + 1] - borders[i])});
  cuts.back().keeps_end = keeps_end;
  std::vector<text::PairedMark> marks;
  text::find_paired_marks(line, marks);
  std::string left;
  std::vector<CutPiece> pieces;
  cut_out({.text = line, .marks = marks}, cuts, left, pieces);
  return left;
}

struct Case {
  std::string_view line;
  std::string_view left;
};

TEST(CutOut, KeepsPairsWhole) {
  constexpr Case kCases[] = {
      {"好（甜，<加微信）>吃的多。", "好（甜）吃的多。"},
      {"好<（加微信，>甜）吃的多。", "好（甜）吃的多。"},
      {"好<（加，><加）>，吃的多。", "好，吃的多。"},
      {"好<（加，>甜，<加）>吃的多。", "好（甜）吃的多。"},
      {"他说：“甜。<加微信。”>我笑了。", "他说：“甜。”我笑了。"},
      {"他说“<加“微”信，>甜”。", "他说“甜”。"},
      {"Good (sweet, <add me)> food.", "Good (sweet) food."},
      {"Good <(add me, ><now, >) food.", "Good food."},
      {"好吃<（加微信，>“<扫码，>” ）。", "好吃。"},
      {"好吃<（加微信，>）甜。", "好吃甜。"},
      {"Good <(add me, >sweet) food.", "Good (sweet) food."},
  };
  for (const auto& [line, left] : kCases) EXPECT_EQ(left_of(line), left) << line;
}

TEST(CutOut, JoinsWhatIsLeft) {
  constexpr Case kCases[] = {
      {"甜，<加（备注，姓名）>，都好。", "甜，都好。"},
      {"<加（备注，姓名）>，都好。", "都好。"},
      {"甜，<加（备注，姓名）>。", "甜。"},
      {"Sweet <(add me)> food.", "Sweet food."},
      {"Sweet <(add me)>, cheap food.", "Sweet, cheap food."},
      {"甜， <加微信>", "甜"},
  };
  for (const auto& [line, left] : kCases) EXPECT_EQ(left_of(line), left) << line;
}

TEST(CutOut, KeepsTheEndOfTheSentence) {
  constexpr Case kCases[] = {
      {"“甜，<加微信。”>|", "“甜。”"},
      {"甜，<加“微信”。  >|", "甜。  "},
      {"甜，<加（微信！）>|", "甜！"},
      {"他说<“加，><加。”>|好。", "他说。好。"},
      {"He said, \"sweet, <add me.\">|", "He said, \"sweet.\""},
  };
  for (const auto& [line, left] : kCases) EXPECT_EQ(left_of(line), left) << line;
}

}  // namespace
}  // namespace tamis::rules
