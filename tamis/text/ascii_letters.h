// Which of eight bytes are ASCII letters, all at once: sums of bits in one integer.
#pragma once

#include <cstdint>

namespace tamis::text {

inline constexpr std::uint64_t kEachByte = 0x0101010101010101;
inline constexpr std::uint64_t kHighestBits = 0x80 * kEachByte;

// The highest bit of each byte that is no ASCII letter.
constexpr std::uint64_t marks_of_other_than_letters(std::uint64_t bytes) {
  const std::uint64_t lower = (bytes | 0x20 * kEachByte) & ~kHighestBits;
  // Sums of seven bits: none carries into the next byte.
  const std::uint64_t from_a = lower + (0x80 - 'a') * kEachByte;
  const std::uint64_t behind_z = lower + (0x80 - 'z' - 1) * kEachByte;
  return (~from_a | behind_z | bytes) & kHighestBits;
}

}  // namespace tamis::text
