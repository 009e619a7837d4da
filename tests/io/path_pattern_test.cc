#include "tamis/io/path_pattern.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::io {
namespace {

struct Case {
  const char* pattern;
  const char* name;
  bool is_match;
};

TEST(MatchesName, AsShellsDo) {
  constexpr Case kCases[] = {
      {"*.gz", "a.gz", true},
      {"*.gz", "a.gz.partial", false},
      {"*", "", true},
      {"a?c", "abc", true},
      {"a?c", "ac", false},
      {"[a-c]x", "bx", true},
      {"[!a-c]x", "bx", false},
      {"[]]", "]", true},
      {"[", "[", true},
      {"*a*b*c", "xxaxxbxxc", true},
      {"*a*b*c", "xxaxxcxxb", false},
      {"*", ".hidden", false},
      {".*", ".hidden", true},
      {"\u4e2d*", "\u4e2d\u6587", true},
      {"[a-]", "-", true},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(matches_name(c.pattern, c.name), c.is_match) << c.pattern << " " << c.name;
  }
}

TEST(MatchesName, TakesNoExponentialTime) {
  EXPECT_FALSE(matches_name("*a*a*a*a*a*a*a*a*a*a*a*ab", std::string(2000, 'a')));
}

}  // namespace
}  // namespace tamis::io
