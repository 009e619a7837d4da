#include "tamis/base/object_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace tamis {
namespace {

TEST(ObjectPool, LendsWhatCameBack) {
  ObjectPool<int> pool;
  int num_made = 0;
  const auto make = [&] { return std::make_unique<int>(++num_made); };
  for (int i = 0; i < 3; ++i) EXPECT_EQ(*pool.lend(make).get(), 1);
  const auto first = pool.lend(make);
  const auto second = pool.lend(make);
  EXPECT_NE(first.get(), second.get());
  EXPECT_EQ(num_made, 2);
}

TEST(ObjectPool, NeverKeepsAnEmptyOwner) {
  ObjectPool<int> pool;
  EXPECT_EQ(pool.lend([] { return nullptr; }).get(), nullptr);
  EXPECT_NE(pool.lend([] { return std::make_unique<int>(1); }).get(), nullptr);
}

TEST(ObjectPool, LendsAnObjectToOneThreadAtATime) {
  ObjectPool<std::atomic<int>> pool;
  std::atomic<int> num_shared = 0;
  const auto work = [&] {
    for (int i = 0; i < 10'000; ++i) {
      const auto loan = pool.lend([] { return std::make_unique<std::atomic<int>>(0); });
      if (loan.get()->fetch_add(1) != 0) ++num_shared;
      loan.get()->fetch_sub(1);
    }
  };
  {
    std::jthread one(work);
    std::jthread two(work);
  }
  EXPECT_EQ(num_shared, 0);
}

}  // namespace
}  // namespace tamis
