// FNV-1a of 64 bits, a byte at a time: for short names whose bytes are picked one by one. Source:
// Fowler, Noll, Vo; RFC 9923.
#pragma once

#include <cstdint>

namespace tamis {

inline constexpr std::uint64_t kFnvStart = 0xCBF29CE484222325;

constexpr std::uint64_t fnv_step(std::uint64_t hash, char byte) {
  constexpr std::uint64_t kPrime = 0x100000001B3;
  return (hash ^ static_cast<unsigned char>(byte)) * kPrime;
}

}  // namespace tamis
