#include "tamis/text/window_hashes.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

namespace tamis::text {
namespace {

using Items = std::vector<std::uint32_t>;

TEST(WindowHashes, AreEqualWhereWindowsAre) {
  std::mt19937 random(1);
  Items items(300);
  for (std::uint32_t& item : items) item = static_cast<std::uint32_t>(random() % 3);
  Items high;
  Items low;
  for (std::size_t size = 1; size <= items.size(); ++size) {
    hash_windows(items, size, HashHalf::kHigh, high);
    hash_windows(items, size, HashHalf::kLow, low);
    ASSERT_EQ(high.size(), items.size() - size + 1);
    ASSERT_EQ(low.size(), high.size());
    std::map<Items, std::uint64_t> hash_of;
    std::set<std::uint64_t> different;
    for (std::size_t i = 0; i + size <= items.size(); ++i) {
      const auto begin = items.begin() + std::ptrdiff_t(i);
      const Items window(begin, begin + std::ptrdiff_t(size));
      const std::uint64_t hash = std::uint64_t{high[i]} << 32 | low[i];
      hash_of.emplace(window, hash);
      different.insert(hash);
      ASSERT_EQ(hash_of[window], hash);
    }
    ASSERT_EQ(different.size(), hash_of.size()) << size;
  }
}

// By the polynomial itself, across the borders of the blocks.
TEST(WindowHashes, AreThoseOfTheirItemsAlone) {
  std::mt19937 random(1);
  Items items(20'000);
  for (std::uint32_t& item : items) item = static_cast<std::uint32_t>(random());
  Items hashes;
  Items alone;
  for (const std::size_t size : {1u, 2u, 10u, 13u, 700u}) {
    for (const HashHalf half : {HashHalf::kHigh, HashHalf::kLow}) {
      hash_windows(items, size, half, hashes);
      ASSERT_EQ(hashes.size(), items.size() - size + 1);
      for (std::size_t i = 0; i < hashes.size(); i += 61) {
        hash_windows(std::span(items).subspan(i, size), size, half, alone);
        ASSERT_EQ(hashes[i], alone[0]) << size << " " << i;
      }
    }
  }
}

// The sieve goes by the first bits: numbers in a row must not lie in a row.
TEST(WindowHashes, SpreadsNumbersInARow) {
  Items items(4097);
  for (std::uint32_t i = 0; i < items.size(); ++i) items[i] = i;
  Items hashes;
  hash_windows(items, 2, HashHalf::kHigh, hashes);
  std::set<std::uint32_t> slots;
  for (const std::uint32_t hash : hashes) slots.insert(hash >> 17);
  EXPECT_GT(slots.size(), 3700u);  // of 32,768, by chance 3,850
}

}  // namespace
}  // namespace tamis::text
