#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/frequencies.h"
#include "tamis/text/word_kind.h"

namespace tamis::text {
namespace {

void count_code_points(benchmark::State& state) {
  const std::string text = generated_text(state);
  CodePointCounter code_points;
  FrequencyCounter counter;
  for (auto _ : state) {
    code_points.count(text);
    benchmark::DoNotOptimize(counter.of_code_points(code_points));
  }
  count_bytes(state, text);
}
BENCHMARK(count_code_points)->Arg(kEnglish)->Arg(kChinese);

void count_words(benchmark::State& state) {
  const std::string text = generated_text(state);
  std::vector<std::string_view> words;
  WordSplitter().split(text, WordKind::kLetters, "", words);
  DistinctWords distinct;
  distinct.set_words(words);
  FrequencyCounter counter;
  for (auto _ : state) benchmark::DoNotOptimize(counter.of_words(distinct.distinct()));
  count_bytes(state, text);
}
BENCHMARK(count_words)->Arg(kEnglish)->Arg(kChinese);

}  // namespace
}  // namespace tamis::text
