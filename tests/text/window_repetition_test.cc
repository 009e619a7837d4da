#include "tamis/text/window_repetition.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "tamis/text/utf8.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

struct Counts {
  std::int64_t num_windows = 0;
  std::int64_t num_distinct = 0;
  std::vector<std::uint32_t> repeated;

  bool operator==(const Counts&) const = default;
};

Counts counts_of(WindowRepetition& windows, std::size_t n) {
  windows.count(n);
  const auto repeated = windows.repeated_counts();
  Counts counts = {
      windows.num_windows(), windows.num_distinct(), {repeated.begin(), repeated.end()}};
  std::ranges::sort(counts.repeated);
  return counts;
}

Counts counts_of(std::string_view text, std::size_t n) {
  WindowRepetition windows;
  windows.set_text("of the text before, of the text before");
  windows.count(3);
  windows.set_text(text);
  return counts_of(windows, n);
}

// By a table of the windows themselves.
Counts count_slowly(std::string_view text, std::size_t n) {
  std::u32string code_points;
  while (!text.empty()) {
    const Decoded decoded = decode_code_point(text);
    code_points += decoded.code_point;
    text.remove_prefix(decoded.num_bytes);
  }
  std::map<std::u32string, std::uint32_t> occurrences;
  Counts counts;
  for (std::size_t i = 0; i + n <= code_points.size(); ++i, ++counts.num_windows) {
    ++occurrences[code_points.substr(i, n)];
  }
  counts.num_distinct = std::int64_t(occurrences.size());
  for (const auto& [window, count] : occurrences) {
    if (count > 1) counts.repeated.push_back(count);
  }
  std::ranges::sort(counts.repeated);
  return counts;
}

TEST(WindowRepetition, CountsWindowsOfCharacters) {
  EXPECT_EQ(counts_of("一二三一二三一", 3), (Counts{5, 3, {2, 2}}));
  EXPECT_EQ(counts_of("aaaaa", 2), (Counts{4, 1, {4}}));
  EXPECT_EQ(counts_of("春眠不觉晓", 5), (Counts{1, 1, {}}));
}

TEST(WindowRepetition, CountsTheLastWindowToo) {
  EXPECT_EQ(counts_of("ab ab", 2), (Counts{4, 3, {2}}));
}

TEST(WindowRepetition, FindsNoneInShorterTexts) {
  EXPECT_EQ(counts_of("", 1), Counts{});
  EXPECT_EQ(counts_of("春眠不觉晓", 6), Counts{});
}

TEST(WindowRepetition, AgreesWithItsSlowTwinInAnyOrderOfQuestions) {
  WindowRepetition windows;
  for (unsigned seed = 0; seed < 200; ++seed) {
    const std::string text = random_text(kMixedPieces, static_cast<int>(seed), seed);
    for (const std::string& asked : {text, text + text}) {
      windows.set_text(asked);
      for (const std::size_t n : {2u, 3u, 3u, 7u, 40u, 1u, 1000u, 5u}) {
        ASSERT_EQ(counts_of(windows, n), count_slowly(asked, n)) << asked;
      }
    }
  }
}

TEST(WindowRepetition, TakesTimeInProportionToWhateverItGets) {
  const std::string equal(1 << 20, 'a');
  EXPECT_EQ(counts_of(equal, 1 << 19).repeated, std::vector<std::uint32_t>{(1 << 19) + 1});
  EXPECT_EQ(counts_of(equal, std::size_t{1} << 60), Counts{});
}

}  // namespace
}  // namespace tamis::text
