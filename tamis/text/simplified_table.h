// The layout of the generated table of OpenCC's dictionaries (cmake/SimplifiedTable.cmake).
//
// Nearly every Han character has three bytes of UTF-8 and stands in one array of 16-bit entries;
// the few beyond the basic plane and the phrases are sorted lists.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tamis::text {

inline constexpr char32_t kFirstHanEntry = 0x3400;
inline constexpr char32_t kLastHanEntry = 0x9FFF;
inline constexpr std::size_t kNumHanEntries = kLastHanEntry - kFirstHanEntry + 1;

// The parts of an entry. Replacement 0: the character stands for itself.
inline constexpr std::uint16_t kStartsPhrase = 0x8000;
inline constexpr std::uint16_t kTraditionalOnly = 0x4000;  // never written in simplified text
inline constexpr std::uint16_t kSimplifiedOnly = 0x2000;   // never written in traditional text
inline constexpr std::uint16_t kReplacementMask = 0x1FFF;

extern const std::uint16_t kHanEntries[kNumHanEntries];

struct Substitution {
  std::string_view traditional;
  std::string_view simplified;
};

std::span<const std::string_view> simplified_replacements();

// Characters outside the array, sorted.
std::span<const Substitution> simplified_rare_characters();

// Sorted by first character, then longest first.
std::span<const Substitution> simplified_phrases();

// The entry of a code point, 0 outside the array.
inline std::uint16_t han_entry(char32_t code_point) {
  const std::size_t index = code_point - kFirstHanEntry;
  return index < kNumHanEntries ? kHanEntries[index] : std::uint16_t{0};
}

}  // namespace tamis::text
