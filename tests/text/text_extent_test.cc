#include "tamis/text/text_extent.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tamis/text/line_kind.h"
#include "tamis/text/word_kind.h"

namespace tamis::text {
namespace {

TEST(TextExtent, CountsWordsMarksAndCharacters) {
  EXPECT_EQ(measure_extent("").num_words, 0);
  EXPECT_EQ(measure_extent("one two-3").num_words, 4);
  EXPECT_EQ(measure_extent("我们 der Bär.").num_words, 5);
  EXPECT_EQ(measure_extent("नमस्ते दुनिया").num_words, 2);
}

TEST(TextExtent, CountsLinesByAnyBreak) {
  EXPECT_EQ(measure_extent("").num_lines, 0);
  EXPECT_EQ(measure_extent("a").num_lines, 1);
  EXPECT_EQ(measure_extent("a\nb\r\nc\rd\n").num_lines, 4);
  EXPECT_EQ(measure_extent("a\n\n\n").num_lines, 3);
  EXPECT_EQ(measure_extent("a\xE2\x80\xA8我\xC2\x85z").num_lines, 3);
}

// The limits bound memory only if no kind of splitting makes more of a text.
TEST(TextExtent, IsNoLessThanWhatAnyKindSplits) {
  const std::string texts[] = {"Don't go; it's 3.14... (really)!", "我们的河在山里，水很高。\n好",
                               "a\nb\nc\n\n\nd", "x.y.z@example.com #1 $5"};
  WordSplitter splitter;
  std::vector<std::string_view> pieces;
  for (const std::string& text : texts) {
    const TextExtent extent = measure_extent(text);
    for (int kind = 0; kind < static_cast<int>(WordKind::kNumKinds); ++kind) {
      splitter.split(text, static_cast<WordKind>(kind), "en", pieces);
      EXPECT_LE(pieces.size(), static_cast<std::size_t>(extent.num_words)) << kind << text;
    }
    for (int kind = 0; kind < static_cast<int>(LineKind::kNumKinds); ++kind) {
      split_lines(text, static_cast<LineKind>(kind), pieces);
      EXPECT_LE(pieces.size(), static_cast<std::size_t>(extent.num_lines) + 1) << kind << text;
    }
  }
}

}  // namespace
}  // namespace tamis::text
