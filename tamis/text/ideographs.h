// The characters that nearly all Chinese text is written in: the block CJK Unified Ideographs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tamis::text {

inline constexpr char32_t kFirstIdeograph = 0x4E00;
inline constexpr char32_t kLastIdeograph = 0x9FFF;
inline constexpr std::uint32_t kNumIdeographs = kLastIdeograph - kFirstIdeograph + 1;

constexpr bool is_common_ideograph(char32_t code_point) {
  return code_point >= kFirstIdeograph && code_point <= kLastIdeograph;
}

// No character of the block begins with less.
inline constexpr unsigned char kFirstIdeographByte = 0xE4;

// Which of the block's characters the three bytes from `bytes` on are: 0 of the first,
// kNumIdeographs or more of anything else.
constexpr std::uint32_t place_of_three_bytes(const char* bytes) {
  const auto byte_at = [&](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(bytes[i])};
  };
  const std::uint32_t joined = byte_at(0) << 16 | byte_at(1) << 8 | byte_at(2);
  const std::uint32_t code_point =
      (joined >> 4 & 0xF000) | (joined >> 2 & 0x0FC0) | (joined & 0x3F);
  const std::uint32_t if_other = (joined & 0xF0C0C0) == 0xE08080 ? 0 : ~0u;
  return (code_point - kFirstIdeograph) | if_other;
}

// Which of the block's characters `word` is; kNumIdeographs or more of another word. The first byte
// is looked at first, which in most texts tells the same of nearly every word.
constexpr std::uint32_t ideograph_place(std::string_view word) {
  if (word.empty() || static_cast<unsigned char>(word[0]) < kFirstIdeographByte ||
      word.size() != 3) {
    return kNumIdeographs;
  }
  return place_of_three_bytes(word.data());
}

// The same of what begins at the i-th byte of `text`, or of nothing behind its end.
constexpr std::uint32_t ideograph_place(std::string_view text, std::size_t i) {
  if (i >= text.size() || static_cast<unsigned char>(text[i]) < kFirstIdeographByte ||
      text.size() - i < 3) {
    return kNumIdeographs;
  }
  return place_of_three_bytes(text.data() + i);
}

}  // namespace tamis::text
