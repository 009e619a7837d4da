// How often each code point of a text occurs: one pass, from which rules take what they ask of
// characters, their kinds and how evenly they are used.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tamis::text {

struct CodePointCount {
  char32_t code_point = 0;
  std::uint32_t num_occurrences = 0;

  bool operator==(const CodePointCount&) const = default;
};

// Keeps its memory from text to text. Not thread-safe.
class CodePointCounter {
 public:
  CodePointCounter();

  // Takes the text that the answers are about. Ill-formed parts count as U+FFFD. Requires: fewer
  // than 2^32 bytes.
  void count(std::string_view text);

  const std::array<std::uint32_t, 128>& ascii() const { return ascii_; }

  // The sum over some ASCII characters.
  std::int64_t num_of(std::string_view characters) const {
    std::int64_t sum = 0;
    for (const char c : characters) sum += ascii_[static_cast<unsigned char>(c)];
    return sum;
  }

  // Each code point that is not ASCII once, in the order in which they are first met.
  std::span<const CodePointCount> beyond_ascii() const { return std::span(met_).first(num_met_); }

 private:
  static constexpr std::size_t kPageSize = 256;
  static constexpr std::size_t kNumCodePoints = 0x110000;

  std::uint32_t& counter_of(char32_t code_point);

  std::array<std::uint32_t, 128> ascii_ = {};
  std::vector<CodePointCount> met_;  // beyond ASCII; the first ones count
  std::size_t num_met_ = 0;

  // Counters of code points, in pages that are made as they are met; all 0 between texts.
  std::vector<std::uint16_t> page_of_;  // 0: none yet
  std::vector<std::uint32_t> pages_;
};

}  // namespace tamis::text
