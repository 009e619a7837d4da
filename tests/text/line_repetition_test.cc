#include "tamis/text/line_repetition.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tamis/text/utf8.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

using Pieces = std::vector<std::string_view>;

// The slow twin: counts the pieces first.
DuplicatePieces slow_duplicates(const Pieces& pieces) {
  std::map<std::string_view, std::int64_t> num_occurrences;
  for (const std::string_view piece : pieces) ++num_occurrences[piece];
  DuplicatePieces duplicates;
  const auto add = [](std::string_view piece, std::int64_t num_times, PieceSums& sums) {
    sums.num_pieces += num_times;
    sums.num_code_points += num_times * std::int64_t(count_code_points(piece));
    sums.num_bytes += num_times * std::int64_t(piece.size());
  };
  for (const auto& [piece, num_times] : num_occurrences) {
    if (num_times < 2) continue;
    add(piece, num_times - 1, duplicates.later);
    add(piece, num_times, duplicates.all);
  }
  return duplicates;
}

TEST(LineRepetition, CountsLaterAndAllOccurrences) {
  LineRepetition repetition;
  EXPECT_EQ(repetition.duplicates(Pieces{"更多", "a", "更多", "", "更多", ""}),
            (DuplicatePieces{.later = {3, 4, 12}, .all = {5, 6, 18}}));
  EXPECT_EQ(repetition.duplicates(Pieces{"a", "b", "a b"}), DuplicatePieces());
  EXPECT_EQ(repetition.duplicates({}), DuplicatePieces());
}

TEST(LineRepetition, AgreesWithTheSlowTwinFromTextToText) {
  LineRepetition repetition;
  std::mt19937 random(1);
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::vector<std::string> texts;
    for (unsigned i = 0; i < 1 + random() % 100; ++i) {
      texts.push_back(random_text(kMixedPieces, 2, static_cast<unsigned>(random() % (1 + seed))));
    }
    const Pieces pieces(texts.begin(), texts.end());
    ASSERT_EQ(repetition.duplicates(pieces), slow_duplicates(pieces));
  }
}

TEST(LineRepetition, TakesMillionsOfLines) {
  LineRepetition repetition;
  const DuplicatePieces duplicates = repetition.duplicates(Pieces(5'000'000, "\r"));
  EXPECT_EQ(duplicates.later.num_pieces, 4'999'999);
  EXPECT_EQ(duplicates.all.num_code_points, 5'000'000);
}

}  // namespace
}  // namespace tamis::text
