#include "tamis/text/occurrence_rounds.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace tamis::text {
namespace {

using Hashes = std::vector<std::uint64_t>;

// Compares with a map: the groups, and where their first hashes stand.
void expect_counted(OccurrenceRounds& rounds, const Hashes& hashes, std::size_t num_different) {
  rounds.count(hashes, num_different);
  std::map<std::uint64_t, std::uint32_t> first_of;
  std::map<std::uint64_t, std::uint32_t> count_of;
  for (std::uint32_t i = 0; i < hashes.size(); ++i) {
    first_of.emplace(hashes[i], i);
    ++count_of[hashes[i]];
  }
  ASSERT_EQ(rounds.group_of().size(), hashes.size());
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const OccurrenceRounds::Group& group = rounds[rounds.group_of()[i]];
    ASSERT_EQ(group.hash, hashes[i]);
    ASSERT_EQ(group.first_position, first_of[hashes[i]]);
    ASSERT_EQ(group.num_occurrences, count_of[hashes[i]]);
  }
}

TEST(OccurrenceRounds, CountsNothing) {
  OccurrenceRounds rounds;
  expect_counted(rounds, {}, 0);
}

TEST(OccurrenceRounds, AgreesWithAMapWhateverTheGuessAndWhatCameBefore) {
  OccurrenceRounds rounds;
  std::mt19937_64 random(1);
  for (const std::size_t num_hashes : {1u, 3u, 512u, 513u, 5000u, 40u, 30000u}) {
    for (const std::uint64_t num_values : {1u, 10u, 1000u, 1u << 30}) {
      Hashes hashes(num_hashes);
      for (std::uint64_t& hash : hashes) hash = random() % num_values * 0x9E3779B97F4A7C15;
      for (const std::size_t guess : {std::size_t{0}, num_hashes / 4, num_hashes}) {
        expect_counted(rounds, hashes, guess);
      }
    }
  }
}

TEST(OccurrenceRounds, TellsSmallNumbersApart) {
  OccurrenceRounds rounds;
  Hashes hashes;
  for (std::uint64_t i = 0; i < 5000; ++i) hashes.push_back(i % 1700);
  expect_counted(rounds, hashes, 1250);
}

}  // namespace
}  // namespace tamis::text
