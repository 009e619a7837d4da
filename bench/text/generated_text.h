// Seeded text for benchmarks: the shape of prose, not its meaning.
#pragma once

#include <benchmark/benchmark.h>

#include <random>
#include <string>

#include "tamis/text/utf8.h"

namespace tamis::text {

// Numbers below a bound, the same in each run.
class Random {
 public:
  explicit Random(unsigned seed) : numbers_(seed) {}
  unsigned below(unsigned bound) { return static_cast<unsigned>(numbers_() % bound); }

 private:
  std::mt19937 numbers_;
};

enum Language { kEnglish, kChinese };

inline std::string generated_english(std::size_t num_bytes, Random& random) {
  std::string text;
  while (text.size() < num_bytes) {
    for (unsigned letters = 1 + random.below(9); letters > 0; --letters) {
      text += static_cast<char>('a' + random.below(26));
    }
    const unsigned mark = random.below(60);
    text += mark == 0 ? ".\n" : mark < 4 ? ". " : mark < 8 ? ", " : " ";
  }
  return text;
}

inline std::string generated_chinese(std::size_t num_bytes, Random& random) {
  std::string text;
  while (text.size() < num_bytes) {
    for (unsigned characters = 5 + random.below(15); characters > 0; --characters) {
      append_code_point(0x4E00 + random.below(3000), text);
    }
    const unsigned mark = random.below(8);
    text += mark == 0 ? "。\n" : mark < 3 ? "。" : "，";
  }
  return text;
}

// A megabyte of the language in the benchmark's first argument.
inline std::string generated_text(benchmark::State& state) {
  constexpr std::size_t kBytes = 1 << 20;
  Random random(1);
  const bool is_english = state.range(0) == kEnglish;
  state.SetLabel(is_english ? "English" : "Chinese");
  return is_english ? generated_english(kBytes, random) : generated_chinese(kBytes, random);
}

// Reports bytes a second.
inline void count_bytes(benchmark::State& state, std::string_view text) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

}  // namespace tamis::text
