// How many different characters or words a text uses, and how evenly.
//
// Shannon's entropy is low where few of them are most of the text. It is H = ln N - (sum of
// c ln c) / N, for N occurrences in all and c of each, so that only the counts matter.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tamis/text/distinct_words.h"

namespace tamis::text {

struct Frequencies {
  std::int64_t num_occurrences = 0;
  std::int64_t num_distinct = 0;
  // In nats, rounded to eight decimals, so that machines agree whose logarithm does not.
  double entropy = 0;

  bool operator==(const Frequencies&) const = default;
};

struct CodePointCount {
  char32_t code_point = 0;
  std::uint32_t num_occurrences = 0;

  bool operator==(const CodePointCount&) const = default;
};

// Keeps its memory from text to text. Not thread-safe.
class FrequencyCounter {
 public:
  FrequencyCounter();

  // Ill-formed parts count as U+FFFD.
  Frequencies of_code_points(std::string_view text);

  // The code points of the text last counted beyond ASCII, each once.
  std::span<const CodePointCount> beyond_ascii() const { return beyond_ascii_; }

  Frequencies of_words(std::span<const DistinctWord> words);

 private:
  static constexpr std::size_t kPageSize = 256;

  std::uint32_t& counter_of(char32_t code_point);
  Frequencies summed();

  // Counters of code points, in pages that are made as they are met; all 0 between texts.
  std::vector<std::uint16_t> page_of_;  // 0: none yet
  std::vector<std::uint32_t> pages_;
  std::vector<CodePointCount> beyond_ascii_;  // of the text at hand, as the next

  std::vector<std::uint32_t> counts_;
};

}  // namespace tamis::text
