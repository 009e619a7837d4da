// Texts of several sizes, with words as frequent as in prose, all different, or all equal. The
// words are found beforehand.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "bench/text/generated_text.h"
#include "tamis/text/ngram_repetition.h"
#include "tamis/text/words.h"

namespace tamis::text {
namespace {

enum Kind { kEnglishProse, kChineseProse, kAllDifferent, kAllEqual };

constexpr const char* kKindNames[] = {"English", "Chinese", "all different", "all equal"};

// Picks numbers by Zipf's law, as words are picked in prose.
class ZipfNumbers {
 public:
  explicit ZipfNumbers(unsigned num_ranks) {
    double sum = 0;
    for (unsigned rank = 0; rank < num_ranks; ++rank) sums_.push_back(sum += 1 / (rank + 2.7));
  }
  unsigned next(Random& random) const {
    const double sum = random.below(1 << 30) / double(1 << 30) * sums_.back();
    return static_cast<unsigned>(std::ranges::upper_bound(sums_, sum) - sums_.begin());
  }

 private:
  std::vector<double> sums_;
};

std::string generated_word(Kind kind, unsigned number) {
  Random random(number + 1);
  std::string word;
  for (unsigned i = 1 + random.below(kind == kChineseProse ? 3 : 9); i > 0; --i) {
    kind == kChineseProse ? append_code_point(0x4E00 + random.below(3000), word)
                          : word.push_back(static_cast<char>('a' + random.below(26)));
  }
  return word;
}

std::string text_of_kind(Kind kind, std::size_t num_bytes) {
  constexpr unsigned kNumWords = 30'000;
  const ZipfNumbers numbers(kNumWords);
  std::vector<std::string> vocabulary;
  for (unsigned i = 0; i < kNumWords; ++i) vocabulary.push_back(generated_word(kind, i));
  Random random(1);
  std::string text;
  while (text.size() < num_bytes) {
    if (kind == kAllEqual) text += "word ";
    if (kind == kAllDifferent) text += std::to_string(10'000 + text.size()) + " ";
    if (kind == kEnglishProse) text += vocabulary[numbers.next(random)] + " ";
    if (kind == kChineseProse) text += vocabulary[numbers.next(random)];
  }
  return text;
}

// Asks `ask` about the text of the first argument's kind and the second's bytes.
template <typename Ask>
void ask_about_text(benchmark::State& state, Ask ask) {
  const auto kind = static_cast<Kind>(state.range(0));
  state.SetLabel(kKindNames[kind]);
  const std::string text = text_of_kind(kind, static_cast<std::size_t>(state.range(1)));
  std::vector<std::string_view> words;
  split_words(text, words);
  NgramRepetition repetition;
  for (auto _ : state) {
    repetition.set_words(words);
    ask(repetition);
  }
  count_bytes(state, text);
}

// What RedPajama and DCLM ask.
void top_and_duplicate_ngrams(benchmark::State& state) {
  ask_about_text(state, [](NgramRepetition& repetition) {
    for (int n = 2; n <= 4; ++n) benchmark::DoNotOptimize(repetition.top(n, TopTie::kLongest));
    for (int n = 5; n <= 10; ++n) benchmark::DoNotOptimize(repetition.duplicate_code_points(n));
  });
}

// What datatrove asks beside the top ones.
void skipped_ngrams(benchmark::State& state) {
  ask_about_text(state, [](NgramRepetition& repetition) {
    for (int n = 5; n <= 10; ++n) benchmark::DoNotOptimize(repetition.skipped_code_points(n));
  });
}

void each_kind_and_size(benchmark::internal::Benchmark* bench) {
  for (const int kind : {kEnglishProse, kChineseProse, kAllDifferent, kAllEqual}) {
    for (const int num_bytes : {2'000, 10'000, 100'000, 1'000'000}) bench->Args({kind, num_bytes});
  }
}
BENCHMARK(top_and_duplicate_ngrams)->Apply(each_kind_and_size);
BENCHMARK(skipped_ngrams)->Apply(each_kind_and_size);

}  // namespace
}  // namespace tamis::text
