// Numbers of a page as features hold them.
#pragma once

#include <algorithm>
#include <cstdint>

namespace tamis::extract {

constexpr std::int16_t feature_count(std::uint64_t number) {
  constexpr std::uint64_t kCountMax = 30000;
  return static_cast<std::int16_t>(std::min(number, kCountMax));
}

// In 1/100; 0 of nothing.
constexpr std::int16_t feature_share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? std::int16_t{0} : feature_count(part * 100 / whole);
}

}  // namespace tamis::extract
