#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/ngram_repetition.h"
#include "tamis/text/words.h"
namespace tamis::text {
namespace {

void duplicate_code_points(benchmark::State& state) {
  const std::string text = generated_text(state);
  std::vector<std::string_view> words;
  split_words(text, words);
  NgramRepetition repetition;
  for (auto _ : state) benchmark::DoNotOptimize(repetition.duplicate_code_points(words, 5));
  count_bytes(state, text);
}
BENCHMARK(duplicate_code_points)->Arg(kEnglish)->Arg(kChinese);

}  // namespace
}  // namespace tamis::text
