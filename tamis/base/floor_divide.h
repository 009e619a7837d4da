// Division that rounds down, also below zero, so that equal numbers are learnt from and asked for.
#pragma once

namespace tamis {

// Requires: divisor > 0.
template <typename Integer>
constexpr Integer floor_divide(Integer dividend, Integer divisor) {
  return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

}  // namespace tamis
