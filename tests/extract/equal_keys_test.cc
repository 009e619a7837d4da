#include "tamis/extract/equal_keys.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::extract {
namespace {

std::string groups_of(const std::vector<std::uint64_t>& keys) {
  std::string groups;
  for_each_equal(
      keys.size(), [&](std::uint32_t index) { return keys[index] << 40; },
      [&](std::span<const KeyedIndex> same) {
        for (const KeyedIndex& entry : same) groups += std::to_string(entry.index());
        groups += '|';
      });
  return groups;
}

TEST(ForEachEqual, KeepsTheOrderOfEquals) {
  EXPECT_EQ(groups_of({7, 3, 7, 3, 7, 1}), "5|13|024|");
  EXPECT_EQ(groups_of({0xFFFFFF, 0}), "1|0|");
  EXPECT_EQ(groups_of({}), "");
}

}  // namespace
}  // namespace tamis::extract
