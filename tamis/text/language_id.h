// Which language a text is in.
//
// Chinese, Japanese and Korean are told by their scripts, simplified and traditional Chinese by
// the characters that only one of them uses (OpenCC's tables); every other language by CLD2 with
// its full tables, on a sample, because reading a whole page costs 40 ns a byte and says no more.
#pragma once

#include <cstddef>
#include <string_view>

namespace tamis::text {

inline constexpr std::size_t kLanguageSampleBytes = 2048;

struct LanguageGuess {
  std::string_view tag = "und";  // BCP 47: "zh-Hans", "zh-Hant", "en", "haw" ...; static
  double confidence = 0;         // 0..1: the share of the sample that is in the language
};

// Reads at most about twice `sample_bytes` of the text: pieces from its start to its end for its
// scripts, and for its words its start and its middle. Any bytes are accepted; what is not UTF-8
// counts for nothing. Thread-safe.
LanguageGuess guess_language(std::string_view text,
                             std::size_t sample_bytes = kLanguageSampleBytes);

}  // namespace tamis::text
