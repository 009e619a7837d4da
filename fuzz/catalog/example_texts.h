// The examples of parts as what a fuzzer begins with, so that seeds never lag behind the parts.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

// Part of libFuzzer.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t num_bytes,
                                        std::size_t num_bytes_max);

namespace tamis::fuzz {

// What LLVMFuzzerCustomMutator() is to return: an example now and then, else a change as
// libFuzzer makes them. Requires: there are parts.
template <typename Spec>
std::size_t mutate_or_begin_anew(std::span<const Spec* const> parts, std::uint8_t* bytes,
                                 std::size_t num_bytes, std::size_t num_bytes_max, unsigned seed) {
  constexpr unsigned kInterval = 64;
  const auto& examples = parts[seed / kInterval % parts.size()]->examples;
  if (examples.empty() || (num_bytes > 1 && seed % kInterval != 0))
    return LLVMFuzzerMutate(bytes, num_bytes, num_bytes_max);
  const auto text = examples[seed % examples.size()].text;
  return static_cast<std::size_t>(
      std::copy_n(text.begin(), std::min(text.size(), num_bytes_max), bytes) - bytes);
}

}  // namespace tamis::fuzz
