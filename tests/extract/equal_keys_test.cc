#include "tamis/extract/equal_keys.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::extract {
namespace {

std::string groups_of(const std::vector<std::uint64_t>& keys) {
  std::string groups;
  for_each_equal(
      keys.size(), [&](std::uint32_t index) { return keys[index]; },
      [&](std::span<const KeyedIndex> same) {
        for (const auto& [key, index] : same) groups += std::to_string(index);
        groups += '|';
      });
  return groups;
}

TEST(ForEachEqual, KeepsTheOrderOfEquals) {
  EXPECT_EQ(groups_of({7, 3, 7, 3, 7, 1}), "5|13|024|");
  EXPECT_EQ(groups_of({~std::uint64_t{0}, 0}), "1|0|");
  EXPECT_EQ(groups_of({}), "");
}

}  // namespace
}  // namespace tamis::extract
