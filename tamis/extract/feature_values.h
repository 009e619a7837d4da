// Numbers of a page as features hold them.
#pragma once

#include <algorithm>
#include <cstdint>

namespace tamis::extract {

constexpr std::int16_t feature_count(std::uint64_t number) {
  constexpr std::uint64_t kCountMax = 30000;
  return static_cast<std::int16_t>(std::min(number, kCountMax));
}

// What is more tells no more: hardly any page that forests learn from has as much, and a manual of
// a hundred thousand words is no less text than one of five thousand.
constexpr std::int64_t kFeatureWordsMax = 5000;
constexpr std::int64_t kFeatureBlocksMax = 400;

constexpr std::int16_t feature_words(std::int64_t number) {
  return static_cast<std::int16_t>(std::min(number, kFeatureWordsMax));
}
constexpr std::int16_t feature_blocks(std::int64_t number) {
  return static_cast<std::int16_t>(std::min(number, kFeatureBlocksMax));
}

// In 1/100; 0 of nothing.
constexpr std::int16_t feature_share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? std::int16_t{0} : feature_count(part * 100 / whole);
}

}  // namespace tamis::extract
