#include "tamis/text/string_set.h"

#include <gtest/gtest.h>

namespace tamis::text {
namespace {

TEST(StringSet, HoldsWhatWasAdded) {
  StringSet set;
  EXPECT_FALSE(set.contains("a"));
  for (const std::string_view string : {"example.com", "中文.网址", "", "example.com"}) {
    EXPECT_TRUE(set.add(string));
  }
  EXPECT_EQ(set.size(), 3u);
  EXPECT_TRUE(set.contains("example.com") && set.contains("中文.网址") && set.contains(""));
  EXPECT_FALSE(set.contains("example.co") || set.contains("example.com.") ||
               set.contains("xample.com"));
}

TEST(StringSet, TakesManyStringsInLittleMemory) {
  constexpr std::size_t kStrings = 100'000;
  StringSet set;
  std::size_t num_bytes = 0;
  for (std::size_t i = 0; i < kStrings; ++i) {
    const std::string domain = "site" + std::to_string(i) + ".example";
    num_bytes += domain.size();
    set.add(domain);
  }
  EXPECT_EQ(set.size(), kStrings);
  for (std::size_t i = 0; i < 2 * kStrings; ++i) {
    ASSERT_EQ(set.contains("site" + std::to_string(i) + ".example"), i < kStrings) << i;
  }
  EXPECT_LT(set.num_bytes_of_memory(), 2 * num_bytes + 12 * kStrings);
}

}  // namespace
}  // namespace tamis::text
