// Emoji: pictures that are written as one or several code points (Unicode Technical Standard 51).
#pragma once

#include <cstddef>
#include <string_view>

namespace tamis::text {

inline constexpr char32_t kZeroWidthJoiner = 0x200D;
inline constexpr char32_t kTextStyle = 0xFE0E;   // variation selectors 15 and 16: shown as a
inline constexpr char32_t kEmojiStyle = 0xFE0F;  // letter, shown as a picture

// True for a code point that can be part of an emoji, digits and (c) among them.
bool can_be_emoji(char32_t code_point);

// True for a code point that is shown as a picture without any selector.
bool is_emoji(char32_t code_point);

// The bytes of the one emoji at the start of `text`, 0 if there is none: a picture with its skin
// tone and selector, pictures joined by U+200D, a flag, a keycap. Text symbols such as (c) and
// U+2714 are emoji only if U+FE0F asks for it.
std::size_t num_emoji_bytes(std::string_view text);

}  // namespace tamis::text
