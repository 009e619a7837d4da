// Seeded text for benchmarks: the shape of prose, not its meaning.
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

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

// Words of letters without sense, picked as often as in prose: by the law of Zipf and Mandelbrot.
class Vocabulary {
 public:
  explicit Vocabulary(Language language) {
    double sum = 0;
    Random random(1);
    for (int rank = 0; rank < kNumWords; ++rank) {
      words_.push_back(generated_word(language, random));
      sums_.push_back(sum += 1 / (rank + 2.7));
    }
  }

  const std::string& word(Random& random) const {
    const double sum = random.below(1 << 30) / double(1 << 30) * sums_.back();
    return words_[static_cast<std::size_t>(std::ranges::upper_bound(sums_, sum) - sums_.begin())];
  }

 private:
  static constexpr int kNumWords = 30'000;

  static std::string generated_word(Language language, Random& random) {
    std::string word;
    for (unsigned i = 1 + random.below(language == kChinese ? 3 : 9); i > 0; --i) {
      language == kChinese ? append_code_point(0x4E00 + random.below(3000), word)
                           : word.push_back(static_cast<char>('a' + random.below(26)));
    }
    return word;
  }

  std::vector<std::string> words_;
  std::vector<double> sums_;  // of the frequencies of the words up to each
};

inline std::string generated_english(std::size_t num_bytes, Random& random) {
  const Vocabulary vocabulary(kEnglish);
  std::string text;
  while (text.size() < num_bytes) {
    text += vocabulary.word(random);
    const unsigned mark = random.below(60);
    text += mark == 0 ? ".\n" : mark < 4 ? ". " : mark < 8 ? ", " : " ";
  }
  return text;
}

inline std::string generated_chinese(std::size_t num_bytes, Random& random) {
  const Vocabulary vocabulary(kChinese);
  std::string text;
  while (text.size() < num_bytes) {
    for (unsigned words = 3 + random.below(7); words > 0; --words) text += vocabulary.word(random);
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
