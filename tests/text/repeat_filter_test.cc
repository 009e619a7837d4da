#include "tamis/text/repeat_filter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace tamis::text {
namespace {

using Hashes = std::vector<std::uint32_t>;

Hashes find_repeated(RepeatFilter& filter, const Hashes& hashes) {
  Hashes positions = {1, 2, 3};
  filter.find_repeated(hashes, positions);
  return positions;
}

TEST(RepeatFilter, PassesWhatRepeats) {
  RepeatFilter filter;
  EXPECT_EQ(find_repeated(filter, {}), Hashes{});
  EXPECT_EQ(find_repeated(filter, {7}), Hashes{});
  EXPECT_EQ(find_repeated(filter, {0, 1u << 31, 0}), (Hashes{0, 2}));
}

TEST(RepeatFilter, ForgetsTheLastHashes) {
  RepeatFilter filter;
  find_repeated(filter, {1, 1, 2, 2});
  EXPECT_EQ(find_repeated(filter, {1}), Hashes{});
}

TEST(RepeatFilter, PassesAllThatRepeatsAndLittleElse) {
  RepeatFilter filter;
  std::mt19937 random(1);
  for (const std::size_t num_hashes : {100u, 3000u, 100'000u}) {
    Hashes hashes(num_hashes);
    std::map<std::uint32_t, int> count_of;
    for (std::uint32_t& hash : hashes) ++count_of[hash = static_cast<std::uint32_t>(random())];
    hashes[num_hashes / 2] = hashes[0];
    ++count_of[hashes[0]];
    const Hashes passed = find_repeated(filter, hashes);
    EXPECT_LT(passed.size(), num_hashes / 4);
    EXPECT_TRUE(std::ranges::is_sorted(passed));
    for (std::uint32_t i = 0; i < num_hashes; ++i) {
      if (count_of[hashes[i]] > 1) {
        EXPECT_TRUE(std::ranges::binary_search(passed, i));
      }
    }
  }
}

}  // namespace
}  // namespace tamis::text
