#include "tamis/text/line_kind.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tamis/text/white_space.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

using Pieces = std::vector<std::string_view>;

Pieces lines_of(std::string_view text, LineKind kind) {
  Pieces lines = {"of the text before"};
  split_lines(text, kind, lines);
  return lines;
}

TEST(LineKind, HasANameEach) {
  ASSERT_EQ(line_kind_names().size(), static_cast<std::size_t>(LineKind::kNumKinds));
  for (const std::string_view name : line_kind_names()) {
    const std::optional<LineKind> kind = find_line_kind(name);
    ASSERT_TRUE(kind.has_value()) << name;
    EXPECT_EQ(line_kind_name(*kind), name);
  }
  EXPECT_EQ(find_line_kind("line"), std::nullopt);
}

TEST(SplitLinesByKind, DiffersAtBlankLinesAndTheLastEnd) {
  constexpr std::string_view kText = "一\n\n 二 \n　\n三\n";
  const struct {
    LineKind kind;
    Pieces lines;
  } cases[] = {{LineKind::kAll, {"一", "", " 二 ", "　", "三"}},
               {LineKind::kEach, {"一", "", " 二 ", "　", "三", ""}},
               {LineKind::kRuns, {"一", " 二 ", "　", "三", ""}},
               {LineKind::kPython, {"一", "", " 二 ", "　", "三"}},
               {LineKind::kNonBlank, {"一", " 二 ", "三"}},
               {LineKind::kTrimmed, {"一", "二", "三"}},
               {LineKind::kParagraphs, {"一", " 二 \n　\n三"}},
               {LineKind::kTrimmedParagraphs, {"一", "二 \n　\n三"}}};
  for (const auto& [kind, lines] : cases) {
    EXPECT_EQ(lines_of(kText, kind), lines) << line_kind_name(kind);
  }
}

TEST(SplitLinesByKind, TakesAnEmptyTextAsPythonDoes) {
  const struct {
    LineKind kind;
    Pieces lines;
  } cases[] = {{LineKind::kAll, {}},          {LineKind::kEach, {""}},
               {LineKind::kRuns, {""}},       {LineKind::kPython, {}},
               {LineKind::kNonBlank, {}},     {LineKind::kTrimmed, {}},
               {LineKind::kParagraphs, {""}}, {LineKind::kTrimmedParagraphs, {}}};
  for (const auto& [kind, lines] : cases) {
    EXPECT_EQ(lines_of("", kind), lines) << line_kind_name(kind);
  }
}

TEST(SplitLinesByKind, KnowsOtherLineEndsInOneKindOnly) {
  constexpr std::string_view kText = "a\r\nb\u2028c";
  EXPECT_EQ(lines_of(kText, LineKind::kPython), (Pieces{"a", "b", "c"}));
  EXPECT_EQ(lines_of(kText, LineKind::kEach), (Pieces{"a\r", "b\u2028c"}));
  EXPECT_EQ(lines_of(kText, LineKind::kTrimmed), (Pieces{"a", "b\u2028c"}));
}

TEST(SplitLinesByKind, CutsParagraphsAtRunsOrAtEachPair) {
  constexpr std::string_view kText = "\n\na\nb\n\n\nc\n\n\n\nd\n\n";
  EXPECT_EQ(lines_of(kText, LineKind::kParagraphs), (Pieces{"a\nb", "c", "d"}));
  EXPECT_EQ(lines_of(kText, LineKind::kTrimmedParagraphs), (Pieces{"a\nb", "c", "d"}));
  EXPECT_EQ(lines_of("a\n \nb", LineKind::kParagraphs), (Pieces{"a\n \nb"}));
}

// The slow twin: cuts `text` at runs of at least `num_breaks` "\n".
Pieces cut_at_runs(std::string_view text, std::size_t num_breaks) {
  Pieces pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && text[end] == '\n') ++end;
    if (end - i >= num_breaks) {
      pieces.push_back(text.substr(begin, i - begin));
      begin = end;
    }
    i = std::max(i + 1, end);
  }
  pieces.push_back(text.substr(begin));
  return pieces;
}

TEST(SplitLinesByKind, AgreesWithItsSlowTwinAtRunsOfLineEnds) {
  constexpr std::string_view kPieces[] = {"\n", "\n\n", " ", "　", "a", "中", "\xE4", "\r"};
  for (unsigned seed = 0; seed < 2000; ++seed) {
    const std::string text = random_text(kPieces, static_cast<int>(seed % 12), seed);
    EXPECT_EQ(lines_of(text, LineKind::kRuns), cut_at_runs(text, 1)) << text;
    EXPECT_EQ(lines_of(text, LineKind::kParagraphs), cut_at_runs(strip(text), 2)) << text;
    Pieces trimmed;
    for (const std::string_view piece : cut_at_runs(text, 2)) {
      if (!strip(piece).empty()) trimmed.push_back(strip(piece));
    }
    EXPECT_EQ(lines_of(text, LineKind::kTrimmedParagraphs), trimmed) << text;
  }
}

}  // namespace
}  // namespace tamis::text
