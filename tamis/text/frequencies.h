// How many different characters or words a text uses, and how evenly.
//
// Shannon's entropy is low where few of them are most of the text. It is H = ln N - (sum of
// c ln c) / N, for N occurrences in all and c of each, so that only the counts matter.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tamis/text/code_point_counter.h"
#include "tamis/text/distinct_words.h"

namespace tamis::text {

struct Frequencies {
  std::int64_t num_occurrences = 0;
  std::int64_t num_distinct = 0;
  // In nats, rounded to eight decimals, so that machines agree whose logarithm does not.
  double entropy = 0;

  bool operator==(const Frequencies&) const = default;
};

// Keeps its memory from text to text. Not thread-safe.
class FrequencyCounter {
 public:
  Frequencies of_code_points(const CodePointCounter& code_points);
  Frequencies of_words(std::span<const DistinctWord> words);

 private:
  Frequencies summed();

  std::vector<std::uint32_t> counts_;
};

}  // namespace tamis::text
