#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/character_counts.h"

namespace tamis::text {
namespace {

void count_characters(benchmark::State& state) {
  const std::string text = generated_text(state);
  for (auto _ : state) benchmark::DoNotOptimize(text::count_characters(text));
  count_bytes(state, text);
}
BENCHMARK(count_characters)->Arg(kEnglish)->Arg(kChinese);

// What a rule on lines pays: the sum behind the pass outweighs it.
void count_characters_of_a_line(benchmark::State& state) {
  const std::string text = generated_text(state).substr(0, 96);
  for (auto _ : state) benchmark::DoNotOptimize(text::count_characters(text));
  count_bytes(state, text);
}
BENCHMARK(count_characters_of_a_line)->Arg(kEnglish)->Arg(kChinese);

}  // namespace
}  // namespace tamis::text
