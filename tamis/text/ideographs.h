// The characters that nearly all Chinese text is written in: the block CJK Unified Ideographs.
#pragma once

#include <cstdint>
#include <string_view>

namespace tamis::text {

inline constexpr char32_t kFirstIdeograph = 0x4E00;
inline constexpr char32_t kLastIdeograph = 0x9FFF;
inline constexpr std::uint32_t kNumIdeographs = kLastIdeograph - kFirstIdeograph + 1;

constexpr bool is_common_ideograph(char32_t code_point) {
  return code_point >= kFirstIdeograph && code_point <= kLastIdeograph;
}

// Which of the block's characters `word` is: 0 of the first, kNumIdeographs or more of another
// word. The first byte is looked at first, which in most texts tells the same of nearly every word.
constexpr std::uint32_t ideograph_place(std::string_view word) {
  const auto byte_at = [&](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(word[i])};
  };
  constexpr std::uint32_t kFirstByteMin = 0xE4;
  if (word.empty() || byte_at(0) < kFirstByteMin || word.size() != 3) return kNumIdeographs;
  const std::uint32_t bytes = byte_at(0) << 16 | byte_at(1) << 8 | byte_at(2);
  const std::uint32_t code_point = (bytes >> 4 & 0xF000) | (bytes >> 2 & 0x0FC0) | (bytes & 0x3F);
  const std::uint32_t if_other = (bytes & 0xF0C0C0) == 0xE08080 ? 0 : ~0u;
  return (code_point - kFirstIdeograph) | if_other;
}

}  // namespace tamis::text
