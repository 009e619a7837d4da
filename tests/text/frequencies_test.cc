#include "tamis/text/frequencies.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "tamis/text/utf8.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

Frequencies of_code_points(std::string_view text) {
  static CodePointCounter counter;
  counter.count(text);
  return FrequencyCounter().of_code_points(counter);
}

// By the definition: -sum of p ln p.
template <typename Item>
Frequencies summed_slowly(const std::map<Item, int>& counts) {
  Frequencies frequencies;
  for (const auto& [item, count] : counts) frequencies.num_occurrences += count;
  for (const auto& [item, count] : counts) {
    const double p = double(count) / double(frequencies.num_occurrences);
    frequencies.entropy -= p * std::log(p);
  }
  frequencies.num_distinct = std::int64_t(counts.size());
  return frequencies;
}

void expect_same(const Frequencies& ours, const Frequencies& slow) {
  EXPECT_EQ(ours.num_occurrences, slow.num_occurrences);
  EXPECT_EQ(ours.num_distinct, slow.num_distinct);
  EXPECT_NEAR(ours.entropy, slow.entropy, 1e-8);
}

TEST(FrequenciesOfCodePoints, AgreeWithTheDefinition) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const std::string text = random_text(kMixedPieces, static_cast<int>(seed), seed);
    std::map<char32_t, int> counts;
    for (std::string_view rest = text; !rest.empty();) {
      const Decoded decoded = decode_code_point(rest);
      ++counts[decoded.code_point];
      rest.remove_prefix(decoded.num_bytes);
    }
    expect_same(of_code_points(text), summed_slowly(counts));
  }
}

TEST(FrequenciesOfWords, AgreeWithTheDefinition) {
  FrequencyCounter counter;
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    std::vector<std::string_view> words;
    std::map<std::string_view, int> counts;
    for (unsigned i = 0; i < seed; ++i) {
      words.push_back(kMixedPieces[random() % std::size(kMixedPieces)]);
      ++counts[words.back()];
    }
    DistinctWords distinct;
    distinct.set_words(words);
    expect_same(counter.of_words(distinct.distinct()), summed_slowly(counts));
  }
}

TEST(Frequencies, AreThoseOfTheLastTextAlone) {
  FrequencyCounter counter;
  of_code_points("中中中文abc😀");
  const Frequencies two = of_code_points("文中");
  EXPECT_EQ(two, (Frequencies{2, 2, 0.69314718}));
  EXPECT_EQ(of_code_points(""), Frequencies{});
  EXPECT_EQ(counter.of_words({}), Frequencies{});
  EXPECT_EQ(of_code_points("aaaa").entropy, 0);
}

TEST(Frequencies, DoNotDependOnTheOrder) {
  EXPECT_EQ(of_code_points("山山水aab。"), of_code_points("b。山a水a山"));
}

}  // namespace
}  // namespace tamis::text
