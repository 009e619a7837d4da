#include "tamis/base/fnv.h"

#include <gtest/gtest.h>

#include <string_view>

namespace tamis {
namespace {

constexpr std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = kFnvStart;
  for (const char byte : bytes) hash = fnv_step(hash, byte);
  return hash;
}

// Values of the algorithm's authors.
TEST(Fnv, EqualsItsTestVectors) {
  EXPECT_EQ(hash_of(""), 0xCBF29CE484222325);
  EXPECT_EQ(hash_of("a"), 0xAF63DC4C8601EC8C);
  EXPECT_EQ(hash_of("foobar"), 0x85944171F73967E8);
}

}  // namespace
}  // namespace tamis
