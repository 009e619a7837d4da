#include "tamis/base/ascii.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

TEST(EqualsIgnoringCase, KnowsNoLettersButAscii) {
  EXPECT_TRUE(equals_ignoring_case("Content-TYPE", "content-type"));
  EXPECT_TRUE(equals_ignoring_case("content-type", "Content-TYPE"));
  EXPECT_FALSE(equals_ignoring_case("a", "ab"));
  EXPECT_FALSE(equals_ignoring_case("\xc3\x84", "\xc3\xa4"));
  EXPECT_FALSE(equals_ignoring_case("[", "{"));
}

TEST(StartsWithIgnoringCase, AsksForTheWholeStart) {
  EXPECT_TRUE(starts_with_ignoring_case("HTTP/1.1 200", "http/"));
  EXPECT_TRUE(starts_with_ignoring_case("any", ""));
  EXPECT_FALSE(starts_with_ignoring_case("HTT", "http"));
}

}  // namespace
}  // namespace tamis
