#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/white_space.h"

namespace tamis::text {
namespace {

void split_at_white_space(benchmark::State& state) {
  const std::string text = generated_text(state);
  std::vector<std::string_view> words;
  for (auto _ : state) {
    text::split_at_white_space(text, words);
    benchmark::DoNotOptimize(words.data());
  }
  count_bytes(state, text);
}
BENCHMARK(split_at_white_space)->Arg(kEnglish)->Arg(kChinese);

void split_python_lines(benchmark::State& state) {
  const std::string text = generated_text(state);
  std::vector<std::string_view> lines;
  for (auto _ : state) {
    text::split_python_lines(text, lines);
    benchmark::DoNotOptimize(lines.data());
  }
  count_bytes(state, text);
}
BENCHMARK(split_python_lines)->Arg(kEnglish)->Arg(kChinese);

}  // namespace
}  // namespace tamis::text
