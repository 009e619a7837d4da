// The characters that nearly all Chinese text is written in: the block CJK Unified Ideographs.
#pragma once

namespace tamis::text {

inline constexpr char32_t kFirstIdeograph = 0x4E00;
inline constexpr char32_t kLastIdeograph = 0x9FFF;

constexpr bool is_common_ideograph(char32_t code_point) {
  return code_point >= kFirstIdeograph && code_point <= kLastIdeograph;
}

}  // namespace tamis::text
