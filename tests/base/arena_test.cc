#include "tamis/base/arena.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis {
namespace {

TEST(Arena, KeepsCopiesApart) {
  Arena arena;
  std::vector<std::string_view> copies;
  for (int i = 0; i < 100'000; ++i) copies.push_back(arena.copy(std::to_string(i)));
  for (int i = 0; i < 100'000; ++i) ASSERT_EQ(copies[i], std::to_string(i));
}

TEST(Arena, CopiesNothing) { EXPECT_EQ(Arena().copy({}), ""); }

TEST(Arena, GivesPiecesLargerThanABlock) {
  Arena arena;
  const std::string large(1 << 20, 'x');
  EXPECT_EQ(arena.copy(large), large);
  EXPECT_EQ(arena.copy("behind"), "behind");
}

TEST(Arena, LeavesReadableBytesBehindEveryPiece) {
  Arena arena;
  char* piece = arena.allocate((1 << 18) - Arena::kPaddingBytes);
  EXPECT_GE(arena.num_reserved_bytes(), std::size_t{1} << 18);
  for (std::size_t i = 0; i < Arena::kPaddingBytes; ++i) piece[(1 << 18) - 1 - i] = 0;
}

TEST(Arena, TakesNoMoreMemoryAfterClear) {
  Arena arena;
  const auto fill = [&] {
    for (int i = 0; i < 1000; ++i) arena.allocate(4096);
  };
  fill();
  const std::size_t num_bytes = arena.num_reserved_bytes();
  arena.clear();
  fill();
  EXPECT_EQ(arena.num_reserved_bytes(), num_bytes);
}

TEST(Arena, GivesBackWhatOneHugeBatchTook) {
  Arena arena;
  arena.allocate(std::size_t{1} << 27);
  arena.clear();
  EXPECT_LE(arena.num_reserved_bytes(), std::size_t{1} << 26);
}

}  // namespace
}  // namespace tamis
