// Which of many hashes may occur more than once: a first sieve, in little memory.
//
// A byte a slot, chosen by the hash: never met, met, or met again. All hashes are added, then asked
// for. Whatever occurs twice passes; what occurs once passes by mistake if another hash has its
// slot, which one in eight or less does. A table of whole hashes is then needed for the rest only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tamis::text {

// Keeps its memory from call to call. Not thread-safe.
class RepeatFilter {
 public:
  // Replaces `positions` by the indices of the hashes that may occur again.
  void find_repeated(std::span<const std::uint32_t> hashes, std::vector<std::uint32_t>& positions);

 private:
  std::vector<std::uint8_t> slots_;  // a power of two; 0, 1, and from 3 on: met again
};

}  // namespace tamis::text
